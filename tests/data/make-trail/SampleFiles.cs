namespace IncidentTrail.SampleTrail;

/// <summary>Every file that the generator makes, by its path under <c>tests/data</c>.</summary>
internal static class SampleFiles
{
    /// <summary>The folders that hold nothing else.</summary>
    public static readonly string[] Folders = ["incidents", "trail"];

    public static SortedDictionary<string, byte[]> All()
    {
        var files = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        var logs = DeliveredTrail.LogContents().ToArray();
        foreach (var (file, content) in logs)
            files.Add("trail/" + file.Key, GzipFile.Of(content));
        foreach (var (key, content) in new[] { OtherFiles.Digest(logs), OtherFiles.ConfigSnapshot() })
            files.Add("trail/" + key, GzipFile.Of(content));

        files.Add("trail-expected.json", Expectations.Table(DeliveredTrail.Calls.Select(
            call => (call, DeliveredTrail.Scenario, "trail/" + DeliveredTrail.LogFileOf(call)!.Key))));

        foreach (Scenario scenario in Scenarios.All)
            files.Add(scenario.Path, scenario.Content);
        files.Add("incidents-expected.json", Expectations.Table(
            from scenario in Scenarios.All
            from call in scenario.Calls.Distinct()
            select (call, scenario.Name, scenario.Path)));
        return files;
    }
}
