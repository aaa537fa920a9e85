namespace IncidentTrail.Integrity.Proof;

/// <summary>What a source listed, as it is given on, with the verdict where it is a log that was judged.</summary>
internal readonly record struct ProvenItem(TrailSourceItem Item, TrailIntegrityStatus? Status);
