namespace IncidentTrail.Sources.Queues;

/// <summary>A message that was received and not deleted: hidden from others for a time that can be extended.</summary>
internal sealed class MessageLease(string id)
{
    private readonly List<string> _receipts = [];

    /// <summary>The queue's id of the message.</summary>
    internal string Id => id;

    /// <summary>True while it is worked on, or to be deleted: its time is extended.</summary>
    internal bool IsHeld { get; set; } = true;

    /// <summary>When its time was set last, by the clock's count.</summary>
    internal long Since { get; set; }

    /// <summary>What it can be deleted by: one for each time that it was received.</summary>
    internal string[] Receipts
    {
        get
        {
            lock (_receipts)
                return [.. _receipts];
        }
    }

    /// <summary>The newest, by which its time is extended.</summary>
    internal string Receipt
    {
        get
        {
            lock (_receipts)
                return _receipts[^1];
        }
    }

    internal void Add(string receipt)
    {
        lock (_receipts)
        {
            if (!_receipts.Contains(receipt))
                _receipts.Add(receipt);
        }
    }
}
