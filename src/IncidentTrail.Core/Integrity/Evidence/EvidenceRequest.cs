using System.Text.Json;
using IncidentTrail.Integrity.Places;

namespace IncidentTrail.Integrity.Evidence;

/// <summary>Who asked for a package, for what, when and with what: all that a later test of it needs to be the same test.</summary>
internal sealed record EvidenceRequest
{
    private static readonly JsonSerializerOptions s_indented = new() { WriteIndented = true };

    /// <summary>The version of the module.</summary>
    public string? ModuleVersion { get; init; }

    /// <summary>The account on the computer, and the computer.</summary>
    public string? AskedBy { get; init; }

    /// <summary>When, in UTC; what is due by then is due in a later test too.</summary>
    public DateTime AskedAtUtc { get; init; }

    /// <summary>The parameters of the command, without those that hold secrets.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; init; } = new Dictionary<string, string>();

    /// <summary>True where it was made from a copy on disk, and false where from the bucket itself.</summary>
    public bool IsCopy { get; init; }

    /// <summary>True where signatures were checked.</summary>
    public bool HasKeys { get; init; }

    /// <summary>The first instant of delivery, in UTC; null for no beginning.</summary>
    public DateTime? StartUtc { get; init; }

    /// <summary>The end of the deliveries, in UTC; null for no end.</summary>
    public DateTime? EndUtc { get; init; }

    /// <summary>Accounts, with wildcards.</summary>
    public IReadOnlyList<string> AccountId { get; init; } = [];

    /// <summary>Regions, with wildcards.</summary>
    public IReadOnlyList<string> Region { get; init; } = [];

    /// <summary>The one trail whose digests count; null for all.</summary>
    public string? TrailName { get; init; }

    /// <summary>The home Region of that trail; null where it is not known.</summary>
    public string? TrailHomeRegion { get; init; }

    /// <summary>What was tested, or what of it is to be tested.</summary>
    public IntegrityScope ScopeOf(IntegrityScope? narrowed) => new()
    {
        StartUtc = narrowed is null ? Utc(StartUtc) : narrowed.StartUtc, EndUtc = narrowed is null ? Utc(EndUtc) : narrowed.EndUtc,
        AccountId = narrowed?.AccountId ?? AccountId, Region = narrowed?.Region ?? Region, TrailName = TrailName,
        TrailHomeRegion = TrailHomeRegion, NowUtc = Utc(AskedAtUtc)!.Value,
    };

    /// <summary>The same request of a test.</summary>
    public EvidenceRequest Of(IntegrityScope scope) => this with
    {
        AskedAtUtc = scope.NowUtc,
        StartUtc = scope.StartUtc,
        EndUtc = scope.EndUtc,
        AccountId = scope.AccountId,
        Region = scope.Region,
        TrailName = scope.TrailName,
        TrailHomeRegion = scope.TrailHomeRegion,
    };

    /// <summary>The text.</summary>
    public string ToText() => JsonSerializer.Serialize(this, s_indented) + "\n";

    /// <summary>Reads the text. Throws <see cref="FormatException"/> where it is none.</summary>
    public static EvidenceRequest Parse(string text)
    {
        try
        {
            var read = JsonSerializer.Deserialize<EvidenceRequest>(text) ?? throw new FormatException("it is empty");
            // What is null, whatever the types say, would be of all accounts or Regions.
            return read.AccountId?.Contains(null!) == false && read.Region?.Contains(null!) == false
                ? read : throw new FormatException("an account or Region in it is null");
        }
        catch (JsonException)
        {
            throw new FormatException("it is no request as Export-IncidentTrailEvidence writes it");
        }
    }

    private static DateTime? Utc(DateTime? time) => time is { } known ? DateTime.SpecifyKind(known.ToUniversalTime(), DateTimeKind.Utc) : null;
}
