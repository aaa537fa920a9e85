using System.Text;
using IncidentTrail.Json;

namespace IncidentTrail.Tests.Json;

/// <summary>JSON in a test as the reader would hand it on.</summary>
internal static class ParsedJson
{
    public static object? Value(string json) => TrailValue.Parse(Encoding.UTF8.GetBytes(json));

    public static TrailObject Object(string json) => Assert.IsType<TrailObject>(Value(json));
}
