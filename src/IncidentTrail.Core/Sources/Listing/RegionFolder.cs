using System.Globalization;
using IncidentTrail.Sources.Names;

namespace IncidentTrail.Sources.Listing;

/// <summary>The folder of one account's logs of one kind and Region; below it are years, months and days.</summary>
/// <param name="Prefix">The key up to the Region, with the slash behind it.</param>
/// <param name="AccountId">The account.</param>
/// <param name="Kind">The folder's name of the kind, such as <c>CloudTrail</c>.</param>
/// <param name="Region">The Region.</param>
internal sealed record RegionFolder(string Prefix, string AccountId, string Kind, string Region)
{
    private bool IsOfDigests => Kind == "CloudTrail-Digest";

    /// <summary>The name behind which its list begins for a window, and for what was read before.</summary>
    public string? After(DeliveryWindow window, DateTime? listFromUtc) => Key(Later(window.Of(LogFolders.KindOf(Kind)).FromUtc, listFromUtc));

    /// <summary>The name at which its list ends.</summary>
    public string? Before(DeliveryWindow window) => Key(window.Of(LogFolders.KindOf(Kind)).UntilUtc);

    /// <summary>What the keys of a day begin with.</summary>
    public string Day(DateTime day) => Prefix + day.ToString("yyyy'/'MM'/'dd'/'", CultureInfo.InvariantCulture);

    private static DateTime? Later(DateTime? one, DateTime? other) => one > other ? one : other ?? one;

    // A digest's name holds the trail's before the time, so only its day is looked at.
    private string? Key(DateTime? minute) => minute is not { } at ? null
        : IsOfDigests ? Day(at)
        : Day(at) + AccountId + '_' + Kind + '_' + Region + '_' + at.ToString("yyyyMMdd'T'HHmm", CultureInfo.InvariantCulture);
}
