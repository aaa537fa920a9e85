using System.Collections;
using System.Text.RegularExpressions;
using IncidentTrail.Actions;
using IncidentTrail.Callers;
using IncidentTrail.Incidents.Contacts;
using IncidentTrail.Incidents.Results;
using IncidentTrail.Json;

namespace IncidentTrail.Reports;

/// <summary>
/// The names in a report: as they are, or labels in their place. With labels, free text is left out altogether, and
/// every other text is searched for each name that the records hold; one person has one label in a whole report.
/// </summary>
internal sealed partial class ReportNames
{
    private const string LeftOut = "(text left out)";
    private const string Region = "region";

    // No looser than the names that Regions have: whatever else reads like one may begin with a person's name.
    private const string RegionForm =
        @"(?:[a-z]{2}(?:-gov|-iso[a-z]?)?|eusc-[a-z]{2})-(?:(?:north|south)(?:east|west)?|east|west|central)-[0-9](?![\p{L}\p{N}-])";

    private readonly Dictionary<string, string> _labels = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, HashSet<string>> _shortForms = new(StringComparer.OrdinalIgnoreCase);
    private int _people;
    private Regex? _known;

    private ReportNames(bool hides) => Hides = hides;

    internal static ReportNames Real { get; } = new(hides: false);

    /// <summary>True where labels stand for names.</summary>
    internal bool Hides { get; }

    internal static ReportNames Pseudonyms(IEnumerable<ReportIncident> incidents)
    {
        var names = new ReportNames(hides: true);
        // Also where single steps are shown, their incident's facts name people of other steps.
        var events = incidents.SelectMany(i => i.Events().Concat(i.Incident.Timeline.SelectMany(s => s.Records))
            .Concat(i.Incident.Changes.SelectMany(c => c.Records))).Distinct<TrailEvent>(ReferenceEqualityComparer.Instance).ToList();
        foreach (var trailEvent in events.Where(e => !e.Caller.IsService))
            names.Learn(trailEvent.CallerName, trailEvent.Caller.SessionName, trailEvent.Caller.SourceIdentity, trailEvent.Caller.Arn);
        foreach (var caller in incidents.SelectMany(i => i.Incident.Callers).Where(c => !c.IsService))
            names.Learn(caller.Name, caller.SessionName, caller.SourceIdentity, caller.Arn);
        // Whom a plan is shared with, and who was named as a trigger, need not have called.
        foreach (var text in events.SelectMany(e => Texts(Field.Object(e.RequestParameters))))
            names.LearnPrincipal(text);
        foreach (var alias in events.SelectMany(e => Aliases(Field.Object(e.RequestParameters)).Concat(Aliases(Field.Object(e.ResponseElements)))))
            names._shortForms.TryAdd(alias, []);
        names.LabelShortForms();
        foreach (var trigger in events.Select(e => Field.Text(Field.Of(e.RequestParameters, "triggerDetails"), "triggerArn")).Where(IsWritten).OfType<string>())
            names._labels.TryAdd(trigger, LeftOut);
        names._known = Pattern(names._labels.Keys);
        return names;
    }

    /// <summary>Text that the module wrote, with names in it.</summary>
    internal string Text(string? text)
    {
        if (text is null)
            return string.Empty;
        if (!Hides)
            return text;
        var hidden = _known is null ? text : _known.Replace(
            text, m => m.Groups[Region].Success ? m.Value : _labels.GetValueOrDefault(m.Value) ?? "(name left out)");
        return Telephone().Replace(EmailAddress().Replace(hidden, "(address left out)"), "(number left out)");
    }

    /// <summary>Text that people wrote.</summary>
    internal string Free(string? text) => text is null ? string.Empty : Hides ? LeftOut : text;

    /// <summary>A remark on an incident: words of ours, and in one of them titles.</summary>
    internal string Remark(IncidentRemark remark) => Hides ? remark.Without(LeftOut) : remark.ToString();

    /// <summary>A caller's name.</summary>
    internal string Caller(string name) => !Hides ? name : _labels.GetValueOrDefault(name) ?? Text(name);

    // A role's session may have anybody's name, so a caller is known by the whole name; the short one follows below.
    private void Learn(string name, string? session, string? sourceIdentity, string? arn)
    {
        if (name is "root")
            return;
        if (!_labels.TryGetValue(name, out var label))
            _labels.Add(name, label = $"Person {++_people}");
        if (arn is { Length: > 0 })
            _labels.TryAdd(arn, label);
        foreach (var text in (string?[])[session, sourceIdentity, ArnText.LastPart(name)])
        {
            if (text is { Length: > 0 })
                Shorten(text, label);
        }
    }

    private void LearnPrincipal(string text)
    {
        if (PrincipalArn.Parse(text) is not { Name: { Length: > 0 } name } arn)
            return;
        if (arn.CallerKind is TrailCallerKind.IamUser or TrailCallerKind.FederatedUser || arn.Session is not null)
            Learn(arn.Session is null ? name : $"{name}/{arn.Session}", arn.Session, sourceIdentity: null, text);
    }

    // What detected a fault is named by an ARN, but whoever starts an incident may write anything there.
    private static bool IsWritten(string? trigger) =>
        trigger is { Length: > 0 } && (!trigger.StartsWith("arn:", StringComparison.Ordinal) || trigger.Any(char.IsWhiteSpace));

    private static IEnumerable<string> Texts(object? value) => value switch
    {
        string text => [text],
        object[] items => items.SelectMany(Texts),
        TrailObject members => members.Values.Cast<object?>().SelectMany(Texts),
        _ => [],
    };

    private void Shorten(string text, string label)
    {
        foreach (var form in text.IndexOf('@') is var at and > 0 ? new[] { text, text[..at] } : [text])
        {
            if (!_shortForms.TryGetValue(form, out var owners))
                _shortForms.Add(form, owners = []);
            owners.Add(label);
        }
    }

    // A short name that one caller alone has is that caller, also as a contact's alias; of several it is nobody's.
    private void LabelShortForms()
    {
        var contacts = 0;
        foreach (var (form, owners) in _shortForms)
        {
            if (!_labels.ContainsKey(form))
                _labels.Add(form, owners.Count == 1 ? owners.Single() : $"Contact {++contacts}");
        }
    }

    private static IEnumerable<string> Aliases(object? value) => value switch
    {
        TrailObject members => members.Cast<DictionaryEntry>().SelectMany(m => Aliases((string)m.Key, m.Value)),
        object[] items => items.SelectMany(Aliases),
        string text when text.Contains($":{IncidentManagerSources.Contacts}:", StringComparison.OrdinalIgnoreCase)
            && IncidentArn.TryParse(text, out var arn) && arn.Name is { } name => [name],
        _ => [],
    };

    private static IEnumerable<string> Aliases(string parameter, object? value) => value switch
    {
        string text when IsAliasParameter(parameter) && !IncidentArn.TryParse(text, out _) => Named(text),
        object[] contacts when IsAliasList(parameter) => contacts.OfType<string>().SelectMany(Named),
        _ => Aliases(value),
    };

    private static IEnumerable<string> Named(string contact) => ContactName.AliasOf(contact) is { } alias ? [alias] : [];

    private static bool IsAliasList(string key) => key.ToLowerInvariant() is "contactids" or "newcontactids" or "engagements";

    // A page or engagement given by its id alone has no alias; an id that is taken for one is hidden all the same.
    private static bool IsAliasParameter(string key) =>
        key.ToLowerInvariant() is "contactid" or "alias" or "pageid" or "engagementid" or "contactchannelid" or "displayname";

    // A contact may be named "us", "gov" or "east": what is part of the name of a Region is no contact.
    private static Regex? Pattern(IEnumerable<string> names)
    {
        var longestFirst = names.OrderByDescending(n => n.Length).ThenBy(n => n, StringComparer.Ordinal).Select(Regex.Escape).ToList();
        return longestFirst.Count == 0 ? null : new Regex(
            $@"(?<![\p{{L}}\p{{N}}])(?:(?<{Region}>{RegionForm})|(?:{string.Join('|', longestFirst)})(?![\p{{L}}\p{{N}}]))",
            RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
    }

    [GeneratedRegex(@"[\w.+-]+@[\w-]+(\.[\w-]+)+", RegexOptions.CultureInvariant)]
    private static partial Regex EmailAddress();

    [GeneratedRegex(@"\+\d[\d ().-]{6,}\d", RegexOptions.CultureInvariant)]
    private static partial Regex Telephone();
}
