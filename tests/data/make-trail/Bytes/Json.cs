using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace IncidentTrail.SampleTrail;

/// <summary>
/// JSON as CloudTrail writes it: no spaces, nothing escaped that need not be, members in the order given.
/// </summary>
internal static class Json
{
    public static readonly JsonSerializerOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static string Text(object value) => JsonSerializer.Serialize(value, Options);
}
