using System.Text.Json;
using Amazon.Runtime;
using IncidentTrail.Aws.Api;
using IncidentTrail.Aws.History;
using IncidentTrail.Aws.Tests.Api;
using IncidentTrail.Sources;
using IncidentTrail.Sources.History;

namespace IncidentTrail.Aws.Tests.History;

/// <summary>A question to a <see cref="HistoryServer"/>, with a clock on which no wait takes time.</summary>
internal sealed class HistoryQuestion(HistoryServer server)
{
    public static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly List<HistoryCaller> _callers = [];
    private RequestPace? _pace;

    public LeapingClock Clock { get; } = new(Now);

    public TrailCoverage Coverage { get; } = new();

    public List<TrailNotice> Notices { get; } = [];

    public IReadOnlyCollection<TrailReach> Reaches => Coverage.Find("Event history")!.Reaches;

    public HistoryFill? Fill { get; init; }

    public HistoryMarks? Marks { get; init; }

    public long ReadAhead { get; init; } = 64 << 20;

    public IEnumerable<string> Warnings => Notices.Where(n => n.Kind == TrailNoticeKind.Warning).Select(n => n.Text);

    public IEnumerable<string> Verbose => Notices.Where(n => n.Kind == TrailNoticeKind.Verbose).Select(n => n.Text);

    public IEnumerable<TrailFault> Faults => Notices.Select(n => n.Detail).OfType<TrailFault>();

    public HistoryQuestion As(AWSCredentials credentials, string? label = null, string? roleArn = null, string? region = "us-east-1")
    {
        _callers.Add(new HistoryCaller(new SharedCredentials(credentials), label, roleArn, region));
        return this;
    }

    /// <summary>The ids of the events, in the order of delivery.</summary>
    public async Task<List<string>> AskAsync(TrailQuery query, int? stopAfter = null)
    {
        var ids = new List<string>();
        var source = Source();
        await foreach (var item in source.ListAsync(query, Coverage.AccountOf(source).Entry, CancellationToken.None))
        {
            if (item is SourceNotice said)
                Notices.Add(said.Notice);
            if (item is FoundLog found)
                ids.AddRange(await IdsAsync(found.OpenAsync));
            if (ids.Count >= stopAfter)
                break;
        }

        return ids;
    }

    public EventHistorySource Source()
    {
        if (_callers.Count == 0)
            As(new BasicAWSCredentials("AKIAEXAMPLEEXAMPLE01", "secret"));
        return new EventHistorySource(
            _callers, [], server.Http.Url.ToString(), Fill,
            new HistorySettings
            {
                Schedule = new RetrySchedule { Clock = Clock }, ReadAhead = ReadAhead,
                Pace = (_, _, _) => _pace ??= new RequestPace(AdapterLimits.LookupSpacing, Clock),
            },
            Marks);
    }

    private static async Task<IEnumerable<string>> IdsAsync(Func<CancellationToken, ValueTask<Stream>> open)
    {
        await using var stream = await open(CancellationToken.None);
        using var page = await JsonDocument.ParseAsync(stream);
        return [.. page.RootElement.GetProperty("Events").EnumerateArray().Select(e => e.GetProperty("EventId").GetString()!)];
    }
}
