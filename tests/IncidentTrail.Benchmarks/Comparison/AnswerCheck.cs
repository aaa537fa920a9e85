using IncidentTrail.Benchmarks.Corpus;

namespace IncidentTrail.Benchmarks.Comparison;

/// <summary>Before anything is timed: the same events come out of each tool, by their ids.</summary>
internal static class AnswerCheck
{
    /// <summary>Compares the ids; throws where two tools differ. Says what was compared.</summary>
    internal static string Run(CorpusSummary corpus, PowerShellWorker module, string work)
    {
        using var db = new DuckDb(corpus.Folder, SideBySide.Threads);
        var list = Path.Combine(work, "check.txt");
        File.WriteAllLines(list, corpus.Logs());
        var wanted = ModuleIds(corpus, module, work, string.Empty);
        Same("IncidentTrail and DuckDB, Incident Manager", wanted, db.Ids(all: false));
        var every = ModuleIds(corpus, module, work, "-AllServices");
        Same("IncidentTrail and DuckDB, all services", every, db.Ids(all: true));
        if (every.Count != corpus.Records || wanted.Count != corpus.IncidentManager)
            throw new InvalidOperationException($"{every.Count:N0} and {wanted.Count:N0} events of {corpus}");
        var jq = PlainQuery.Jq(list);
        if (jq is not null)
            Same("IncidentTrail and jq, Incident Manager", wanted, jq);
        var converted = ConvertedIds(list, module, work);
        Same("IncidentTrail and ConvertFrom-Json, Incident Manager", wanted, converted);
        return $"Same event ids from IncidentTrail, DuckDB{(jq is null ? "" : ", jq")} and ConvertFrom-Json over {corpus}.";
    }

    /// <summary>Compares the callers of short sessions with DuckDB's groups, by principal and number of calls.</summary>
    internal static string RunSessions(CorpusSummary corpus, PowerShellWorker module, string work)
    {
        using var db = new DuckDb(corpus.Folder, SideBySide.Threads);
        var file = Path.Combine(work, "ids.txt");
        module.Run(
            $"Get-IncidentTrailCaller -Path '{PlainQuery.Quote(corpus.Folder)}' -AllServices | Where-Object {{ $_.Kind -eq 'AssumedRole' -and -not $_.IsService }} "
            + $"| ForEach-Object {{ \"$($_.PrincipalId) $($_.EventCount)\" }} | Set-Content '{PlainQuery.Quote(file)}'; 0");
        HashSet<string> callers = [.. File.ReadLines(file)];
        Same("IncidentTrail and DuckDB, callers with their calls", callers, db.SessionsOfRoles());
        return $"Same {callers.Count:N0} sessions of roles, each with as many calls, from IncidentTrail and DuckDB over {corpus}.";
    }

    private static HashSet<string> ModuleIds(CorpusSummary corpus, PowerShellWorker module, string work, string parameters)
    {
        var file = Path.Combine(work, "ids.txt");
        module.Run(
            $"$to = [IO.StreamWriter]::new('{PlainQuery.Quote(file)}'); Get-IncidentTrailEvent -Path '{PlainQuery.Quote(corpus.Folder)}' {parameters} "
            + "| ForEach-Object { $to.WriteLine($_.EventId) }; $to.Dispose(); 0");
        return [.. File.ReadLines(file)];
    }

    private static HashSet<string> ConvertedIds(string list, PowerShellWorker module, string work)
    {
        var file = Path.Combine(work, "ids.txt");
        module.Run(PlainQuery.ConvertFromJson(list, $"ForEach-Object eventID | Set-Content '{PlainQuery.Quote(file)}'") + "; 0");
        return [.. File.ReadLines(file)];
    }

    private static void Same(string what, HashSet<string> one, HashSet<string> other)
    {
        if (!one.SetEquals(other))
        {
            throw new InvalidOperationException(
                $"{what}: {one.Except(other).Count():N0} events only in the first, {other.Except(one).Count():N0} only in the second.");
        }
    }
}
