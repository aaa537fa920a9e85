using System.Globalization;
using IncidentTrail.Benchmarks.Corpus;

namespace IncidentTrail.Benchmarks.Comparison;

/// <summary>
/// The same records in small logs, as most accounts have them, and a part of them: a day, an hour, an account, a Region. The floor of a
/// part is the time that the same command takes for all of them.
/// </summary>
internal sealed class SmallLogRows(CorpusSummary corpus, PowerShellWorker? module)
{
    /// <summary>Records in a log: CloudTrail delivers each account's and Region's every five minutes, however few.</summary>
    internal const int RecordsInFile = 12;

    private const string Events = "Get-IncidentTrailEvent";
    private const string Incidents = "Get-IncidentTrailIncident";
    private readonly DateTime _day = CorpusPlace.Of(corpus.Files / 2, CorpusMaker.Start).Delivered.Date;

    internal IEnumerable<Entrant> All()
    {
        var whole = $"{corpus.Files:N0} logs of {RecordsInFile} records";
        yield return Whole(whole, Events, string.Empty);
        yield return Whole(whole, Events, "-AllServices " + CorpusQuestions.Filters(corpus)[0]);
        yield return Whole(whole, "Get-IncidentTrailCaller", "-AllServices");
        yield return Whole(whole, Incidents, string.Empty);

        var part = $"A part of {whole}";
        yield return Part(part, Events, Window(TimeSpan.Zero, TimeSpan.FromDays(1)), "a day");
        yield return Part(part, Incidents, Window(TimeSpan.FromHours(12), TimeSpan.FromHours(1)), "an hour");
        yield return Part(part, Events, $"-AccountId {CorpusPlace.Accounts[1]}", "one account of four");
        yield return Part(part, Events, $"-Region {CorpusPlace.Regions[0]}", "one Region of three");
        yield return Part(part, "Get-IncidentTrailLog", Window(TimeSpan.Zero, TimeSpan.FromDays(1)), "a day");
    }

    /// <summary>Throws where a day's events are others than those that all logs hold of that day. Says what was compared.</summary>
    internal string Check()
    {
        var window = Window(TimeSpan.Zero, TimeSpan.FromDays(1));
        var count = module!.Run(
            $"$day = @({Ask(Events, window)} | ForEach-Object EventId); "
            + $"$all = @({Ask(Events, string.Empty)} | Where-Object {{ $_.EventTimeUtc -ge {Utc(_day)} -and $_.EventTimeUtc -lt {Utc(_day.AddDays(1))} }} | ForEach-Object EventId); "
            + "if (-not $all -or ($day -join ' ') -ne ($all -join ' ')) { throw \"$($day.Count) events of a day, $($all.Count) of all\" }; $day.Count").Count;
        return string.Create(CultureInfo.InvariantCulture, $"Same {count:N0} events of {_day:yyyy-MM-dd} with that window and out of all {corpus.Files:N0} logs.");
    }

    private Entrant Whole(string group, string cmdlet, string parameters) =>
        new(group, Name(cmdlet, parameters), module is null ? null : Entrants.Run(module, Entrants.Command(corpus, parameters, cmdlet))) { Corpus = corpus };

    private Entrant Part(string group, string cmdlet, string parameters, string what) =>
        new(group, $"{Name(cmdlet, parameters)}: {what}", module is null ? null : Entrants.Run(module, $"{Ask(cmdlet, parameters)} | Out-Null; 0"))
        {
            Corpus = corpus,
            Floor = module is null ? null : (Name(cmdlet, string.Empty), Entrants.Run(module, $"{Ask(cmdlet, string.Empty)} | Out-Null; 0")),
        };

    private string Window(TimeSpan from, TimeSpan length) =>
        $"-StartTime {_day + from:yyyy-MM-ddTHH:mm'Z'} -EndTime {_day + from + length:yyyy-MM-ddTHH:mm'Z'}";

    private string Ask(string cmdlet, string parameters) => $"{cmdlet} -Path '{PlainQuery.Quote(corpus.Folder)}' {parameters}";

    private static string Utc(DateTime time) => $"[datetime]::new({time.Ticks}, 'Utc')";

    private static string Name(string cmdlet, string parameters) => $"`{cmdlet} -Path corpus{(parameters.Length > 0 ? " " + parameters : "")}`";
}
