namespace IncidentTrail.Tests.Architecture;

/// <summary>One type of an assembly that another one uses: in what it declares, or in the body of a method.</summary>
internal readonly record struct TypeUse(string User, string Used);
