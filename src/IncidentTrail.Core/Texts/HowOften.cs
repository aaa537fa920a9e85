using System.Globalization;

namespace IncidentTrail.Texts;

/// <summary>How often something happened, in words.</summary>
internal static class HowOften
{
    internal static string Times(long count) => count == 1 ? "once" : string.Create(CultureInfo.InvariantCulture, $"{count} times");
}
