using System.Globalization;

namespace IncidentTrail.Sources.Names;

/// <summary>
/// What the folders above a log tell of it: <c>[prefix/]AWSLogs/[o-id/]account/Kind/region/yyyy/MM/dd</c>, followed from
/// folder to folder. The last <c>AWSLogs</c> counts, since a prefix may hold one; where none is, an account's folder with a
/// known one in it is the layout, as a copy of what is inside has it.
/// </summary>
internal readonly record struct LogFolder
{
    private enum Step
    {
        Outside,
        Root,
        Organization,
        Account,
        Kind,
        Region,
        Year,
        Month,
        Below,
    }

    private Step At { get; init; }

    private bool IsBelowRoot { get; init; }

    // The last names above that are an account's and an organization's, while nothing shows whether they are.
    private string? LastAccount { get; init; }

    private string? LastOrganization { get; init; }

    private string? OrganizationOfLast { get; init; }

    /// <summary>What a known folder of the account holds; Unknown where none tells.</summary>
    internal TrailLogKind Kind { get; private init; }

    /// <summary>The organization's folder.</summary>
    internal string? OrganizationId { get; private init; }

    /// <summary>The account's folder.</summary>
    internal string? AccountId { get; private init; }

    /// <summary>The Region's folder.</summary>
    internal string? Region { get; private init; }

    /// <summary>The first day of delivery that the folder is for, in UTC; null where it is for any.</summary>
    internal DateTime? FirstDayUtc { get; private init; }

    /// <summary>The day behind the last.</summary>
    internal DateTime? EndDayUtc { get; private init; }

    /// <summary>What a path of folders tells.</summary>
    internal static LogFolder Of(ReadOnlySpan<char> path)
    {
        var folder = default(LogFolder);
        while (!path.IsEmpty)
        {
            var end = path.IndexOfAny('/', '\\');
            folder = folder.Below(end < 0 ? path : path[..end]);
            path = end < 0 ? [] : path[(end + 1)..];
        }
        return folder;
    }

    /// <summary>What a file of that name holds here: a log is one wherever it lies, also where another service's folder was copied over it.</summary>
    internal TrailLogKind KindOf(in LogName name) =>
        Kind is TrailLogKind.Unknown or TrailLogKind.OtherService ? LogFolders.KindOf(name.KindName) : Kind;

    /// <summary>What a folder in this one tells.</summary>
    internal LogFolder Below(ReadOnlySpan<char> name)
    {
        if (name is "AWSLogs")
            return new LogFolder { At = Step.Root, IsBelowRoot = true };
        if (!IsBelowRoot && LastAccount is not null && LogFolders.KindOf(name) is var known and not TrailLogKind.Unknown)
            return new LogFolder { At = Step.Kind, OrganizationId = OrganizationOfLast, AccountId = LastAccount, Kind = known };
        var isAccount = LogFolders.IsAccount(name);
        var isOrganization = name.StartsWith("o-", StringComparison.Ordinal);
        var below = (At, IsBelowRoot) switch
        {
            (Step.Root, _) when isOrganization => this with { At = Step.Organization, OrganizationId = name.ToString() },
            (Step.Root or Step.Organization, _) when isAccount => this with { At = Step.Account, AccountId = name.ToString() },
            (Step.Account, _) when LogFolders.KindOf(name) is var kind and not TrailLogKind.Unknown => this with { At = Step.Kind, Kind = kind },
            // What is copied from inside CloudTrail's folder has the Region next to the account.
            (Step.Account or Step.Kind, _) when Kind != TrailLogKind.OtherService && LogFolders.IsRegion(name) => this with { At = Step.Region, Region = name.ToString() },
            (Step.Region, _) when LogFolders.IsCloudTrails(Kind) && Number(name, 4) is > 0 and var year =>
                Days(Step.Year, new DateTime(year, 1, 1, 0, 0, 0, DateTimeKind.Utc), years: 1),
            (Step.Year, _) when Number(name, 2) is >= 1 and <= 12 and var month =>
                Days(Step.Month, FirstDayUtc!.Value.AddMonths(month - 1), months: 1),
            (Step.Month, _) when Number(name, 2) is >= 1 and var day && day <= DateTime.DaysInMonth(FirstDayUtc!.Value.Year, FirstDayUtc.Value.Month) =>
                Days(Step.Below, FirstDayUtc.Value.AddDays(day - 1), days: 1),
            (Step.Outside, _) => this,
            _ => this with { At = Step.Below },
        };
        return below.IsBelowRoot ? below : below with
        {
            LastAccount = isAccount ? name.ToString() : null,
            OrganizationOfLast = isAccount ? LastOrganization : null,
            LastOrganization = isOrganization ? name.ToString() : null,
        };
    }

    private LogFolder Days(Step at, DateTime first, int years = 0, int months = 0, int days = 0) => this with
    {
        At = at,
        FirstDayUtc = first,
        EndDayUtc = first.Year == DateTime.MaxValue.Year ? DateTime.MaxValue : first.AddYears(years).AddMonths(months).AddDays(days),
    };

    private static int Number(ReadOnlySpan<char> name, int digits) =>
        name.Length == digits && name.IndexOfAnyExceptInRange('0', '9') < 0 ? int.Parse(name, CultureInfo.InvariantCulture) : -1;
}
