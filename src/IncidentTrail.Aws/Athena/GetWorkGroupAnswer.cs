namespace IncidentTrail.Aws.Athena;

/// <summary>What GetWorkGroup answers.</summary>
internal sealed record GetWorkGroupAnswer(WorkGroupDescription? WorkGroup);
