namespace IncidentTrail.Integrity.Evidence;

/// <summary>Why something cannot be packed, or a package cannot be opened.</summary>
internal static class EvidenceFaults
{
    public static TrailSourceException NoPath(TrailLog file) => new(new TrailFault(
        TrailFaultKind.ReadFailed, file.Location, $"{file.Location} was not packed: its place cannot be a path of its own in a package.",
        EngineRemedies.SaveNoPath));

    public static TrailSourceException Nothing(string destination) => new(new TrailFault(
        TrailFaultKind.SourceNotFound, destination, "Nothing was packed: no digest and no log of what was asked for was found in the copy, and a package without any would pass for evidence.",
        EngineRemedies.NothingToPack));

    public static TrailSourceException TooLarge(string place) => new(new TrailFault(
        TrailFaultKind.ReadFailed, place,
        FormattableString.Invariant($"{place} is larger than {EngineLimits.LargestProven >> 20} MB."), EngineRemedies.TooLargeToProve));
}
