using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using IncidentTrail.Aws.Api;

namespace IncidentTrail.Aws.Credentials;

/// <summary>How SSO's answers are read.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(SsoRoleAnswer))]
[JsonSerializable(typeof(SsoTokenAnswer))]
internal sealed partial class SsoJson : JsonSerializerContext
{
    /// <summary>Reads one. Throws <see cref="InvalidDataException"/> for what is no such JSON.</summary>
    public static T? Read<T>(ServiceAnswer answer, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(answer.Body, type);
        }
        catch (JsonException e)
        {
            // The exception repeats what was answered, which may be a key: it goes no further.
            throw new InvalidDataException(FormattableString.Invariant(
                $"the answer is no readable JSON (line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1})"));
        }
    }
}
