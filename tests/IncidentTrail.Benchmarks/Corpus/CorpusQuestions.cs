using System.IO.Compression;
using System.Text.Json;

namespace IncidentTrail.Benchmarks.Corpus;

/// <summary>Questions of a corpus that fewer than one in a hundred of its records answer.</summary>
internal static class CorpusQuestions
{
    /// <summary>Filters, as they are written at the prompt.</summary>
    internal static string[] Filters(CorpusSummary corpus)
    {
        var user = CorpusIdentity.Cast(CorpusPlace.Accounts[1])
            .Select(c => JsonDocument.Parse(c.Json).RootElement)
            .First(c => c.GetProperty("type").GetString() == "IAMUser");
        return
        [
            "-EventName PutBucketPol*",
            $"-AccessKeyId {user.GetProperty("accessKeyId").GetString()}",
            $"-EventId {FirstId(corpus.Logs()[^1])}",
            $"-Caller {user.GetProperty("userName").GetString()}",
        ];
    }

    private static string FirstId(string log)
    {
        using var content = new GZipStream(File.OpenRead(log), CompressionMode.Decompress);
        using var records = JsonDocument.Parse(content);
        return records.RootElement.GetProperty("Records")[0].GetProperty("eventID").GetString()!;
    }
}
