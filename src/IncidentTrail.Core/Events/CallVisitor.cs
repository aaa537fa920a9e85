namespace IncidentTrail.Events;

/// <summary>Takes a call, and what it wants of its record; the view ends with the call.</summary>
internal delegate void CallVisitor(scoped in CallSight call, scoped in RecordView record);
