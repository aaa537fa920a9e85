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
            throw new InvalidDataException($"the answer is no readable JSON ({e.Message.TrimEnd('.')})", e);
        }
    }
}
