using IncidentTrail.Integrity.Digests;
using IncidentTrail.Patterns;
using IncidentTrail.Sources.Names;

namespace IncidentTrail.Integrity.Places;

/// <summary>What is to be tested.</summary>
internal sealed record IntegrityScope
{
    private readonly IReadOnlyList<string> _accountId = [];
    private readonly IReadOnlyList<string> _region = [];
    private readonly PatternSet _accounts = new([]);
    private readonly PatternSet _regions = new([]);

    /// <summary>The first instant of delivery, inclusive, in UTC; null for no beginning.</summary>
    public DateTime? StartUtc { get; init; }

    /// <summary>The end of the deliveries, exclusive, in UTC; null for no end.</summary>
    public DateTime? EndUtc { get; init; }

    /// <summary>Accounts, with wildcards; empty for all.</summary>
    public IReadOnlyList<string> AccountId
    {
        get => _accountId;
        init => (_accountId, _accounts) = (value, new PatternSet(value));
    }

    /// <summary>Regions, with wildcards; empty for all.</summary>
    public IReadOnlyList<string> Region
    {
        get => _region;
        init => (_region, _regions) = (value, new PatternSet(value));
    }

    /// <summary>The one trail whose digests count; null for all.</summary>
    public string? TrailName { get; init; }

    /// <summary>The home Region of that trail; null where it is not known.</summary>
    public string? TrailHomeRegion { get; init; }

    /// <summary>Now, in UTC.</summary>
    public DateTime NowUtc { get; init; } = DateTime.UtcNow;

    /// <summary>How long CloudTrail may take to write the digest of a delivery.</summary>
    public TimeSpan Grace { get; init; } = EngineLimits.DigestsFollow;

    /// <summary>True where a copy need not reach to the end that was given: nobody says what it was to hold.</summary>
    public bool EndsAnywhere { get; private init; }

    /// <summary>What a query reads of a place, by the names of logs.</summary>
    public static IntegrityScope Of(TrailQuery query)
    {
        var window = new LogFilter(query).Window;
        return new IntegrityScope
        {
            StartUtc = window.FromUtc, EndUtc = window.UntilUtc, AccountId = query.AccountId, Region = query.Region, EndsAnywhere = true,
        };
    }

    /// <summary>What single logs need: the digests of the times at which they were delivered, where each name tells its own.</summary>
    public static IntegrityScope Of(IReadOnlyCollection<TrailLog> logs) =>
        logs.Count == 0 || logs.Any(log => log.DeliveryTimeUtc is null) ? new IntegrityScope() : new IntegrityScope
        {
            StartUtc = logs.Min(log => log.DeliveryTimeUtc), EndUtc = Behind(logs.Max(log => log.DeliveryTimeUtc)!.Value), EndsAnywhere = true,
        };

    /// <summary>True where a beginning or an end was given.</summary>
    public bool HasWindow => StartUtc is not null || EndUtc is not null;

    /// <summary>True where a place is of an account and a Region that are asked for, as far as it tells.</summary>
    public bool Wants(string? account, string? region) =>
        (_accounts.IsEmpty || account is null || _accounts.IsMatch(account))
        && (_regions.IsEmpty || region is null || _regions.IsMatch(region));

    /// <summary>True for a digest of the trail that counts.</summary>
    public bool Counts(DigestName name) => TrailName is null
        || (name.Trail == TrailName && (TrailHomeRegion is null || name.HomeRegion == TrailHomeRegion));

    /// <summary>True for a log that was delivered in the window, by its name; also where that does not tell.</summary>
    public bool Covers(TrailLog log) => !(log.DeliveryTimeUtc < StartUtc) && !(log.DeliveryTimeUtc >= EndUtc);

    /// <summary>True for a digest whose hour overlaps the window.</summary>
    public bool Overlaps(DateTime startUtc, DateTime endUtc) => !(startUtc >= EndUtc) && !(endUtc <= StartUtc);

    /// <summary>True for the hour of a digest that is known by its end alone.</summary>
    public bool OverlapsHour(DateTime endUtc) => Overlaps(Before(endUtc), endUtc);

    /// <summary>True where a digest may list a log of the window: a name's minute is not quite that of the delivery.</summary>
    public bool NeedsHour(DateTime endUtc) =>
        !(StartUtc - endUtc >= EngineLimits.NamesMayBeEarly) && !(Before(endUtc) - EndUtc >= EngineLimits.NamesMayBeEarly);

    /// <summary>True for a time that nothing was delivered at yet, however wrong the clock goes here: whoever wrote the name made it up.</summary>
    public bool IsToCome(DateTime? utc) => utc > NowUtc + Grace;

    /// <summary>True for the name of a digest that CloudTrail may have written.</summary>
    public bool MayEnd(DigestName name) => !IsToCome(name.EndUtc) && name.EndUtc.Year >= EngineLimits.FirstDigestYear;

    /// <summary>True for the name of a digest whose own row is asked for.</summary>
    public bool Asks(DigestName name) => Counts(name) && Wants(name.AccountId, name.Region) && MayEnd(name) && OverlapsHour(name.EndUtc);

    /// <summary>The verdict on a log that no digest lists.</summary>
    public TrailIntegrityStatus StatusOfUnlisted(TrailLog log) =>
        log.DeliveryTimeUtc > NowUtc - Grace && !IsToCome(log.DeliveryTimeUtc) ? TrailIntegrityStatus.NotYetCovered : TrailIntegrityStatus.Unlisted;

    /// <summary>The accounts and Regions that are asked for by their names, and of which none of the digests is.</summary>
    public IEnumerable<string> Without(IReadOnlyCollection<DigestName> digests) => _accountId
        .Where(account => LogFolders.IsAccount(account) && digests.All(digest => digest.AccountId != account))
        .Concat(_region.Where(region => LogFolders.IsRegion(region) && digests.All(digest => digest.Region != region))).Distinct();

    // The name of a log tells the minute of its delivery, whatever year it says.
    private static DateTime Behind(DateTime minute) => minute.Ticks < DateTime.MaxValue.Ticks - TimeSpan.TicksPerMinute ? minute.AddMinutes(1) : DateTime.MaxValue;

    // A name may hold any time.
    private static DateTime Before(DateTime endUtc) => endUtc.Ticks > EngineLimits.DigestPeriod.Ticks ? endUtc - EngineLimits.DigestPeriod : endUtc;
}
