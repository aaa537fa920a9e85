using System.Globalization;

namespace IncidentTrail.Incidents.Results;

/// <summary>Times beside the local ones that a person sees: local, with the offset, the same in every culture.</summary>
internal static class LocalTime
{
    internal static string Of(DateTime? timeUtc) =>
        timeUtc?.ToLocalTime().ToString("yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture) ?? "no readable time";
}
