using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace IncidentTrail.Integrity.Evidence;

/// <summary>A verdict as a package holds it, on a line of its own: its members in this order.</summary>
internal sealed record EvidenceRow
{
    private static readonly JsonSerializerOptions s_line = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public required string Kind { get; init; }

    public required string Status { get; init; }

    public string? Reason { get; init; }

    public required string Location { get; init; }

    /// <summary>The path in the package of what it is about; null where it is not packed.</summary>
    public string? File { get; init; }

    public string? BucketName { get; init; }

    public string? Key { get; init; }

    public string? AccountId { get; init; }

    public string? Region { get; init; }

    public string? TrailName { get; init; }

    public DateTime? StartTimeUtc { get; init; }

    public DateTime? EndTimeUtc { get; init; }

    public DateTime? DeliveryTimeUtc { get; init; }

    public string? Digest { get; init; }

    /// <summary>The row of a verdict.</summary>
    /// <param name="row">The verdict.</param>
    /// <param name="file">The path in the package of what it is about; null where it is not packed.</param>
    public static EvidenceRow Of(TrailIntegrityResult row, string? file) => new()
    {
        Kind = $"{row.Kind}",
        Status = $"{row.Status}",
        Reason = row.Reason,
        Location = row.Location,
        File = file,
        BucketName = row.BucketName,
        Key = row.Key,
        AccountId = row.AccountId,
        Region = row.Region,
        TrailName = row.TrailName,
        StartTimeUtc = row.StartTimeUtc,
        EndTimeUtc = row.EndTimeUtc,
        DeliveryTimeUtc = row.DeliveryTimeUtc,
        Digest = row.Digest,
    };

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
