using IncidentTrail.Contracts;

namespace IncidentTrail.Sql;

/// <summary>The calls of a query, counted by their callers where they lie: what a source yields in place of the records.</summary>
internal sealed class CountedCalls : TrailSourceItem
{
    /// <summary>The calls, by their callers and by what they have in common.</summary>
    internal required IReadOnlyList<CallGroup> Groups { get; init; }

    /// <summary>The calls of which several accounts may have a record.</summary>
    internal required IReadOnlyList<SharedCalls> Shared { get; init; }

    /// <summary>How many records were counted.</summary>
    internal long Kept { get; init; }

    /// <summary>How many of them came late.</summary>
    internal long Late { get; init; }

    /// <summary>How many repeat another.</summary>
    internal long Duplicates { get; init; }

    /// <summary>How many the filters did not let through here.</summary>
    internal long Dropped { get; init; }

    /// <summary>How many of those have no readable time.</summary>
    internal long WithoutTime { get; init; }

    /// <summary>Enters them into the account of the source.</summary>
    internal CountedCalls Enter(SourceAccount account)
    {
        account.Counted(Kept, Late, Duplicates);
        account.Read(Dropped);
        account.Dropped(Dropped, WithoutTime);
        return this;
    }
}
