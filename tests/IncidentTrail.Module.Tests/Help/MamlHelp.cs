using System.Xml.Linq;

namespace IncidentTrail.Module.Tests.Help;

/// <summary>Reads the MAML that Get-Help shows.</summary>
internal static class MamlHelp
{
    private static readonly XNamespace Maml = "http://schemas.microsoft.com/maml/2004/10";
    private static readonly XNamespace Command = "http://schemas.microsoft.com/maml/dev/command/2004/10";
    private static readonly XNamespace Dev = "http://schemas.microsoft.com/maml/dev/2004/10";

    internal static IReadOnlyList<HelpPage> Read(string path) =>
        [.. XDocument.Load(path).Root!.Elements(Command + "command").Select(Page)];

    /// <summary>The lines of syntax of a cmdlet, without its name, as PowerShell writes them.</summary>
    internal static IReadOnlyList<string> Syntax(string path, string cmdlet) =>
        [.. Find(path, cmdlet).Element(Command + "syntax")!.Elements(Command + "syntaxItem").Select(item =>
            string.Join(' ', item.Elements(Command + "parameter").Select(AsTyped)))];

    internal static XElement Find(string path, string cmdlet) => XDocument.Load(path).Root!.Elements(Command + "command")
        .Single(command => command.Element(Command + "details")!.Element(Command + "name")!.Value == cmdlet);

    private static string AsTyped(XElement parameter)
    {
        var name = $"-{parameter.Element(Maml + "name")!.Value}";
        var value = parameter.Element(Command + "parameterValue") is { } type ? $" <{type.Value}>" : "";
        var typed = parameter.Attribute("position")!.Value == "named" ? name + value : $"[{name}]{value}";
        return parameter.Attribute("required")!.Value == "true" ? typed : $"[{typed}]";
    }

    private static HelpPage Page(XElement command)
    {
        var details = command.Element(Command + "details")!;
        return new HelpPage(
            details.Element(Command + "name")!.Value,
            Text(details.Element(Maml + "description")),
            Text(command.Element(Maml + "description")),
            command.Element(Command + "parameters")!.Elements(Command + "parameter").ToDictionary(
                parameter => parameter.Element(Maml + "name")!.Value,
                parameter => Text(parameter.Element(Maml + "description"))),
            Typed(command.Element(Command + "inputTypes")),
            Typed(command.Element(Command + "returnValues")),
            Text(command.Element(Maml + "alertSet")),
            [.. command.Element(Command + "examples")!.Elements(Command + "example").Select(Example)]);
    }

    private static HelpExample Example(XElement example) => new(
        example.Element(Maml + "title")!.Value.Trim('-', ' '),
        example.Element(Dev + "code")!.Value,
        Text(example.Element(Dev + "remarks")));

    private static string Typed(XElement? list) => PlainText.From(string.Join(
        "\n", list?.Elements().Select(type => $"{type.Descendants(Maml + "name").First().Value}\n{Text(type)}") ?? []));

    private static string Text(XElement? element) => PlainText.From(string.Join(
        "\n", element?.Descendants(Maml + "para").Select(paragraph => paragraph.Value) ?? []));
}
