using System.Diagnostics;

namespace IncidentTrail.Benchmarks.Comparison;

/// <summary>The same question put with what a person would otherwise use: jq, and PowerShell's own JSON.</summary>
internal static class PlainQuery
{
    private static readonly string[] Sources = ["ssm-incidents.amazonaws.com", "ssm-contacts.amazonaws.com"];

    /// <summary>The two services as SQL's list.</summary>
    internal static string SourceList => string.Join(", ", Sources.Select(s => $"'{s}'"));

    /// <summary>Runs <c>zcat | jq</c> over files named in a list; gives the ids found. Null where a tool is missing.</summary>
    internal static HashSet<string>? Jq(string listFile)
    {
        if (Tool.Find("jq") is null || Tool.Find("zcat") is null || Tool.Find("bash") is null)
            return null;
        var filter = $".Records[] | select(.eventSource == \"{Sources[0]}\" or .eventSource == \"{Sources[1]}\") | .eventID";
        using var process = Process.Start(new ProcessStartInfo("bash", ["-c", "set -o pipefail; xargs -d '\\n' -a \"$1\" zcat | jq -r \"$2\"", "bash", listFile, filter])
        {
            RedirectStandardOutput = true, UseShellExecute = false,
        })!;
        var ids = process.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).ToHashSet();
        process.WaitForExit();
        return process.ExitCode == 0 ? ids : throw new InvalidOperationException($"jq ended with {process.ExitCode}.");
    }

    /// <summary>A script that inflates the files of a list, converts them and keeps the events wanted, in the variable it names.</summary>
    internal static string ConvertFromJson(string listFile, string then) =>
        $$"""
        $wanted = '{{Sources[0]}}', '{{Sources[1]}}'
        [IO.File]::ReadLines('{{Quote(listFile)}}') | ForEach-Object {
            $reader = [IO.StreamReader]::new([IO.Compression.GZipStream]::new([IO.File]::OpenRead($_), [IO.Compression.CompressionMode]::Decompress))
            ($reader.ReadToEnd() | ConvertFrom-Json).Records | Where-Object { $_.eventSource -in $wanted }
            $reader.Dispose()
        } | {{then}}
        """;

    /// <summary>Text inside single quotes.</summary>
    internal static string Quote(string text) => text.Replace("'", "''", StringComparison.Ordinal);
}
