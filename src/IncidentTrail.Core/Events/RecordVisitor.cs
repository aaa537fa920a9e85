namespace IncidentTrail.Events;

/// <summary>Takes what it wants of a record; the view ends with the call.</summary>
internal delegate void RecordVisitor(scoped in RecordView record);
