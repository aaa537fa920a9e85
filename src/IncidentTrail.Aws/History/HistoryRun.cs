namespace IncidentTrail.Aws.History;

/// <summary>Events of one account and Region that follow each other in the order of delivery.</summary>
internal sealed class HistoryRun(HistoryPlace place)
{
    private readonly List<ReadOnlyMemory<byte>> _events = [];

    /// <summary>The account and Region.</summary>
    public HistoryPlace Place => place;

    /// <summary>Adds the next event.</summary>
    public void Add(ReadOnlyMemory<byte> json) => _events.Add(json);

    /// <summary>The events as LookupEvents writes them, for the reader to open.</summary>
    public TrailSourceItem ToItem()
    {
        var body = ToBody();
        var log = new TrailLog
        {
            Kind = TrailLogKind.EventHistory, AccountId = place.AccountId, Region = place.Region, Location = place.Name,
            Size = body.Length,
        };
        return new FoundLog(log, _ => ValueTask.FromResult<Stream>(new MemoryStream(body, writable: false)));
    }

    private byte[] ToBody()
    {
        ReadOnlySpan<byte> before = "{\"Events\":["u8, after = "]}"u8;
        var body = new byte[before.Length + after.Length + _events.Sum(e => e.Length) + _events.Count - 1];
        before.CopyTo(body);
        var at = before.Length;
        foreach (var json in _events)
        {
            if (at > before.Length)
                body[at++] = (byte)',';
            json.Span.CopyTo(body.AsSpan(at));
            at += json.Length;
        }

        after.CopyTo(body.AsSpan(at));
        return body;
    }
}
