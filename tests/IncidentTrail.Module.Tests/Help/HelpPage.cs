namespace IncidentTrail.Module.Tests.Help;

/// <summary>A cmdlet's help, from either form of it, as plain text with single spaces.</summary>
public sealed record HelpPage(
    string Name,
    string Synopsis,
    string Description,
    IReadOnlyDictionary<string, string> Parameters,
    string Inputs,
    string Outputs,
    string Notes,
    IReadOnlyList<HelpExample> Examples)
{
    public override string ToString() => Name;
}
