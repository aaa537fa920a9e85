namespace IncidentTrail.Incidents.Resources;

/// <summary>What tells two things of one kind and name apart.</summary>
[Flags]
internal enum NamePart
{
    None = 0,
    Account = 1,
    Region = 2,
    Parent = 4,
    All = Account | Region | Parent,
}
