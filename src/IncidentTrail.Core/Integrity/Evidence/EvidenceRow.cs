using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace IncidentTrail.Integrity.Evidence;

/// <summary>A verdict as a package holds it, on a line of its own.</summary>
internal sealed record EvidenceRow(
    string Kind, string Status, string? Reason, string Location, string? File, string? BucketName, string? Key, string? AccountId, string? Region,
    string? TrailName, DateTime? StartTimeUtc, DateTime? EndTimeUtc, DateTime? DeliveryTimeUtc, string? Digest)
{
    private static readonly JsonSerializerOptions s_line = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The row of a verdict.</summary>
    /// <param name="row">The verdict.</param>
    /// <param name="file">The path in the package of what it is about; null where it is not packed.</param>
    public static EvidenceRow Of(TrailIntegrityResult row, string? file) => new(
        $"{row.Kind}", $"{row.Status}", row.Reason, row.Location, file, row.BucketName, row.Key, row.AccountId, row.Region,
        row.TrailName, row.StartTimeUtc, row.EndTimeUtc, row.DeliveryTimeUtc, row.Digest);

    /// <summary>The line.</summary>
    public string ToLine() => JsonSerializer.Serialize(this, s_line) + "\n";

    /// <summary>Reads a line; null where it is none.</summary>
    public static EvidenceRow? Parse(string line)
    {
        try
        {
            // What a line leaves out is null, whatever the type says.
            return JsonSerializer.Deserialize<EvidenceRow>(line, s_line) is { Kind: not null, Status: not null, Location: not null } row ? row : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
