using System.Security.Cryptography;
using System.Text;
using IncidentTrail.Checkpoints;

namespace IncidentTrail.Tests.Checkpoints;

/// <summary>Checkpoints that somebody edited, and made the hash at their end fit.</summary>
public sealed class EditedCheckpointTests
{
    private const string End = ",\"sha256\":\"";

    [Theory]
    [InlineData("\"gives\":\"events\"", "\"gives\":null")]
    [InlineData("\"source\":\"a folder\"", "\"source\":null")]
    [InlineData("\"EventName\":[\"a\"]", "\"EventName\":[null]")]
    [InlineData("\"EventName\":[\"a\"]", "\"EventName\":[\"a\"],\"EventName\":[\"b\"]")]
    [InlineData("\"folder\":\"f\"", "\"folder\":null")]
    [InlineData("\"seen\":\"\"", "\"seen\":null")]
    [InlineData("\"events\":\"\"", "\"events\":null")]
    [InlineData("\"history\":{", "\"history\":{\"p\":\"2026-01-02T00:00:00Z\",")]
    public void What_makes_no_sense_in_it_is_said(string text, string edited)
    {
        var whole = Encoding.UTF8.GetString(CheckpointText.Write(
            new CheckpointScope("events", "a folder", new Dictionary<string, IReadOnlyList<string>> { ["EventName"] = ["a"] }),
            new CheckpointState(null, [new CheckpointFolder("f", [], [], 1, 2)], [], new() { ["p"] = new(DateTime.UnixEpoch, null) })));
        Assert.Contains(text, whole, StringComparison.Ordinal);
        var body = whole[..whole.LastIndexOf(End, StringComparison.Ordinal)].Replace(text, edited, StringComparison.Ordinal);
        var hash = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(body))).ToLowerInvariant();

        var refused = Assert.Throws<TrailSourceException>(() => CheckpointText.Read(Encoding.UTF8.GetBytes($"{body}{End}{hash}\"}}\n"), "checkpoint"));

        Assert.Contains("it was cut or changed", refused.Message, StringComparison.Ordinal);
    }
}
