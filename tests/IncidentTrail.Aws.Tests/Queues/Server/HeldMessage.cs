namespace IncidentTrail.Aws.Tests.Queues.Server;

/// <summary>A message as the server holds it.</summary>
internal sealed class HeldMessage(string id, string body)
{
    public string Id => id;

    public string Body => body;

    /// <summary>When it can be received (again).</summary>
    public DateTime VisibleUtc { get; set; } = DateTime.UtcNow;

    public int Receives { get; set; }

    /// <summary>The receipts of all receives; each deletes it, as a standard queue's newest does.</summary>
    public List<string> Receipts { get; } = [];

    /// <summary>True where the answer's MD5 does not fit.</summary>
    public bool IsDamaged { get; set; }

    /// <summary>True where the answer has no MD5, which SQS's API does not require.</summary>
    public bool IsWithoutMd5 { get; set; }
}
