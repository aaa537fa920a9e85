namespace IncidentTrail.Reading;

/// <summary>What one window of a log gave: the records that passed the filters, and the count of those that did not.</summary>
internal sealed class RecordBatch
{
    internal List<TrailEvent> Events { get; } = [];

    internal List<TrailFault> Faults { get; } = [];

    internal long Dropped { get; set; }

    internal long WithoutTime { get; set; }

    internal long Invalid { get; set; }

    /// <summary>Bytes of the file and of its content that this window took.</summary>
    internal long Stored { get; set; }

    internal long Inflated { get; set; }

    /// <summary>True where the log is a digest or another service's.</summary>
    internal bool IsForeign { get; set; }
}
