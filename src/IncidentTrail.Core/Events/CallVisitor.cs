namespace IncidentTrail.Events;

/// <summary>Takes calls that were looked at when they were read.</summary>
internal delegate void CallVisitor(ISeenCalls calls);
