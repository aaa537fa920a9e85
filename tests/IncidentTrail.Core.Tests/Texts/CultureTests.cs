using System.Globalization;
using IncidentTrail.Tests.Incidents;

namespace IncidentTrail.Tests.Texts;

public sealed class CultureTests
{
    private static readonly string[] s_times =
        ["2026-03-10", "2026-03-10T09:00:00Z", "2026-03-10 09:00+02:00", "30m", "7d", "1.02:00:00", "10.03.2026", "x"];

    /// <summary>Cultures of another calendar, of other digits and signs, and of another i.</summary>
    public static TheoryData<string> Names => ["th-TH", "fa-IR", "ar-SA", "tr-TR"];

    [Theory, MemberData(nameof(Names))]
    public void Texts_of_incidents_are_the_same_in_every_culture(string name) =>
        Assert.Equal(Under("", Texts), Under(name, Texts));

    [Theory, MemberData(nameof(Names))]
    public void Reports_are_the_same_in_every_culture(string name) => Assert.Equal(Under("", Written), Under(name, Written));

    [Theory, MemberData(nameof(Names))]
    public void Times_and_spans_are_read_the_same_in_every_culture(string name) => Assert.Equal(Under("", Times), Under(name, Times));

    // PowerShell 7.6.9 matches wildcards by the current culture: in Turkish its -like does not find StartIncident by 'startincident'.
    [Theory, MemberData(nameof(Names))]
    public void Names_match_ignoring_case_in_every_culture(string name)
    {
        var found = Under("", Named);

        Assert.NotEmpty(found);
        Assert.Equal(found, Under(name, Named));
    }

    private static T Under<T>(string culture, Func<T> make)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = culture.Length == 0 ? CultureInfo.InvariantCulture : new CultureInfo(culture);
        try
        {
            return make();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static List<TrailEvent> Events(TrailQuery query) =>
        Fixture.Events(Path.Combine(Repository.Root, "tests", "data", "trail"), query, new TrailCoverage());

    private static List<string?> Named() =>
        [.. Events(new TrailQuery { EventName = ["STARTINCIDENT", "listincident*"], EventSource = ["SSM-INCIDENTS"] }).Select(e => e.EventId)];

    private static IReadOnlyList<TrailIncident> Incidents() =>
    [
        .. Fixture.Sample(TimeSpan.FromDays(7)), .. Fixture.Incidents("changed-the-day-before", TimeSpan.FromDays(7)),
        .. Fixture.Incidents("notes-audited"),
    ];

    private static List<string> Texts()
    {
        var texts = Events(new TrailQuery { AllServices = true }).Select(e => $"{e} {e.Caller} {e.RequestParameters} {e.Log}").ToList();
        foreach (var incident in Incidents())
        {
            foreach (var property in typeof(TrailIncident).GetProperties().Where(p => !p.PropertyType.IsAssignableTo(typeof(DateTime?))))
                texts.Add($"{property.Name}: {property.GetValue(incident)}");
            texts.AddRange(incident.GetTimeline(reads: true, changes: true).Select(s => $"{s} {s.LinkBasis} {s.Remark} {s.Fields} {s.Records}"));
            texts.AddRange(incident.Notes.Select(n => $"{n} {n.Dating} {n.Revisions} {n.OtherEdits}"));
            texts.AddRange(incident.Coverage!.Sources.Select(s => $"{s} {s.Notes} {s.Reaches}"));
        }
        return texts;
    }

    private static List<string> Written() =>
    [
        .. Enum.GetValues<TrailReportFormat>().Select(format =>
            Reports.Reports.Of(Incidents(), new TrailReportOptions { Format = format })),
    ];

    private static List<string> Times()
    {
        var now = new DateTime(2026, 3, 10, 12, 0, 0, DateTimeKind.Utc);
        return
        [
            .. s_times.Select(text =>
                IncidentTrail.Times.TrailTimeText.TryParseArgument(text, now, TimeZoneInfo.Utc, out var utc, out var problem) ? $"{utc.Ticks}" : problem),
        ];
    }
}
