namespace IncidentTrail.Sources.Listing;

/// <summary>
/// A step of a listing: a page of keys, a Region's folder still to be listed, or a notice. A class, since all generics of
/// a structure are compiled anew for it, which takes longer than a bucket needs for its first page.
/// </summary>
internal sealed class TrailListingPart
{
    private TrailListingPart(IReadOnlyList<ListedKey> keys, RegionFolder? folder, TrailNotice? notice)
    {
        Keys = keys;
        Folder = folder;
        Notice = notice;
    }

    public IReadOnlyList<ListedKey> Keys { get; }

    public RegionFolder? Folder { get; }

    public TrailNotice? Notice { get; }

    public static TrailListingPart Of(IReadOnlyList<ListedKey> keys) => new(keys, null, null);

    public static TrailListingPart Of(RegionFolder folder) => new([], folder, null);

    public static TrailListingPart Of(TrailNotice notice) => new([], null, notice);
}
