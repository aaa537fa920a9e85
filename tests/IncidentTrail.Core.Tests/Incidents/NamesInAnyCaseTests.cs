using System.Text.RegularExpressions;

namespace IncidentTrail.Tests.Incidents;

/// <summary>Names of services and events are compared ignoring case, wherever an incident's words are made of them.</summary>
public sealed partial class NamesInAnyCaseTests
{
    public static TheoryData<string> Fixtures =>
        [.. Directory.EnumerateFiles(Path.GetDirectoryName(Fixture.PathOf("x"))!, "*.json").Select(p => Path.GetFileNameWithoutExtension(p)).Order()];

    [Theory, MemberData(nameof(Fixtures))]
    public void An_incident_reads_the_same(string name)
    {
        var json = File.ReadAllText(Fixture.PathOf(name));
        var shouted = Name().Replace(json, m => m.Groups[1].Value + m.Groups[2].Value.ToUpperInvariant());

        Assert.NotEqual(json, shouted);
        Assert.Equal(Words(json), Words(shouted));
    }

    private static List<string> Words(string json) =>
    [
        .. Fixture.Rebuild(Fixture.Events(json), new TrailIncidentQuery { LookBack = TimeSpan.FromDays(7) })
            .SelectMany(i => i.ChangesBefore.Select(c => $"{c.Scope} {c.Text}: {c.Basis}")
                .Concat(i.Timeline.Select(s => $"{s.Kind} {s.Actor} {s.Phrase} {s.Quote}: {s.LinkBasis}"))),
    ];

    [GeneratedRegex(@"(""event(?:Name|Source)"":\s*"")([\w.-]+)")]
    private static partial Regex Name();
}
