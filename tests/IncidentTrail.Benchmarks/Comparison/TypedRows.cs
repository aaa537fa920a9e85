using IncidentTrail.Benchmarks.Corpus;

namespace IncidentTrail.Benchmarks.Comparison;

/// <summary>
/// What people type behind `-AllServices`: events kept in a variable, filtered, grouped and sorted. The floor of a filter is
/// PowerShell alone, which passes one ready object as many times through the same command; that of grouping and sorting is the same
/// over ready objects that have these two properties and no more.
/// </summary>
internal sealed class TypedRows(CorpusSummary corpus) : IDisposable
{
    private const string Group = "What is typed behind `-AllServices`";
    private readonly PowerShellWorker? _streaming = PowerShellWorker.Open(SideBySide.ModulePath);
    private readonly PowerShellWorker? _keeping = PowerShellWorker.Open(SideBySide.ModulePath);

    internal IEnumerable<Entrant> All()
    {
        var read = $"Get-IncidentTrailEvent -Path '{PlainQuery.Quote(corpus.Folder)}' -AllServices";
        var isRoot = "Where-Object { $_.Caller.IsRoot }";
        var isNamed = "Where-Object EventName -eq PutBucketPolicy";
        yield return Row("$all = … -AllServices", _streaming, $"$all = {read}; $all.Count", "… `\\| Out-Null`", $"{read} | Out-Null; 0", corpus.Records);
        _streaming?.Run(
            $"$one = [pscustomobject]@{{ EventName = 'Decrypt'; Caller = [pscustomobject]@{{ IsRoot = $false }} }}; "
            + $"$global:ready = [object[]]::new({corpus.Records}); [Array]::Fill($global:ready, $one); 0");
        foreach (var filter in new[] { isNamed, isRoot })
        {
            yield return Row($"… -AllServices | {filter}", _streaming, $"({read} | {filter} | Measure-Object).Count",
                "one ready object, as many times", $"($global:ready | {filter} | Measure-Object).Count", null);
        }
        _keeping?.Run(
            $"$global:all = {read}; $global:ready = foreach ($e in $global:all) {{ [pscustomobject]@{{ CallerName = $e.CallerName; EventTimeUtc = $e.EventTimeUtc }} }}; "
            + "if (Compare-Object @($global:all | Group-Object CallerName -NoElement | ForEach-Object { \"$($_.Name) $($_.Count)\" }) "
            + "@($global:ready | Group-Object CallerName -NoElement | ForEach-Object { \"$($_.Name) $($_.Count)\" })) { throw 'other groups' }; 0");
        yield return Kept("Group-Object CallerName");
        yield return Kept("Sort-Object EventTimeUtc");
    }

    public void Dispose()
    {
        _streaming?.Dispose();
        _keeping?.Dispose();
    }

    private Entrant Kept(string command) => Row($"$all | {command}", _keeping, $"($global:all | {command}).Count",
        "ready objects with these two properties", $"($global:ready | {command}).Count", null);

    private Entrant Row(string typed, PowerShellWorker? worker, string script, string floor, string floorScript, long? expected) =>
        new(Group, $"`{typed.Replace("|", "\\|", StringComparison.Ordinal)}`", worker is null ? null : Entrants.Run(worker, script))
        {
            Corpus = corpus, Expected = expected, Floor = worker is null ? null : (floor, Entrants.Run(worker, floorScript)),
        };
}
