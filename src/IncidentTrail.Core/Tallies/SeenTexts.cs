using IncidentTrail.Events;
using IncidentTrail.Sql;

namespace IncidentTrail.Tallies;

/// <summary>The distinct texts of a caller's calls, as the numbers of its tally.</summary>
internal struct SeenTexts
{
    private DistinctNumbers _addresses;
    private DistinctNumbers _names;
    private DistinctNumbers _agents;
    private DistinctNumbers _regions;
    private DistinctNumbers _accounts;

    internal readonly TrailList<string> Addresses(TallyTexts texts) => texts.Sorted(_addresses);

    internal readonly TrailList<string> UserAgents(TallyTexts texts) => texts.Sorted(_agents);

    internal readonly TrailList<string> Regions(TallyTexts texts) => texts.Sorted(_regions);

    internal readonly TrailList<string> Accounts(TallyTexts texts) => texts.Sorted(_accounts);

    internal readonly TrailList<string> Names(TallyTexts texts) => texts.Sorted(_names);

    /// <summary>How many names there are.</summary>
    internal readonly int NameCount => _names.Count;

    /// <summary>Adds those of a call, by an account of which nothing but the caller tells.</summary>
    internal void Add(in CallSight call, uint callersAccount, TallyTexts texts)
    {
        var memory = texts.Memory;
        _addresses.Add(texts.Of(call.Address), memory);
        _agents.Add(texts.Of(call.UserAgent), memory);
        _regions.Add(texts.Of(call.Region), memory);
        _accounts.Add(call.StatedAccount != 0 ? texts.Of(call.StatedAccount) : callersAccount, memory);
        _names.Add(texts.Of(call.Name), memory);
    }

    /// <summary>Adds those of calls that were counted where they lie.</summary>
    internal void Add(CallGroup group, TallyTexts texts)
    {
        var (own, memory) = (texts.Own, texts.Memory);
        foreach (var text in group.Addresses)
            _addresses.Add(own.NumberOf(text), memory);
        foreach (var text in group.UserAgents)
            _agents.Add(own.NumberOf(text), memory);
        foreach (var text in group.Regions)
            _regions.Add(own.NumberOf(text), memory);
        foreach (var text in group.AccountIds)
            _accounts.Add(own.NumberOf(text), memory);
        foreach (var (call, _) in group.Calls)
            AddName(call, texts);
    }

    /// <summary>Adds what was called.</summary>
    internal void AddName(CountedCall call, TallyTexts texts) => _names.Add(texts.Own.NumberOf(call.Name), texts.Memory);

    /// <summary>Adds those of another.</summary>
    internal void Add(in SeenTexts other, TallyTexts texts)
    {
        var memory = texts.Memory;
        _addresses.Add(other._addresses, memory);
        _agents.Add(other._agents, memory);
        _regions.Add(other._regions, memory);
        _accounts.Add(other._accounts, memory);
        _names.Add(other._names, memory);
    }
}
