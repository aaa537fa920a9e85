namespace IncidentTrail.Module.Tests.Help;

/// <summary>An example of a help page: its title, its code as printed, and what is said of it.</summary>
public sealed record HelpExample(string Title, string Code, string Remarks);
