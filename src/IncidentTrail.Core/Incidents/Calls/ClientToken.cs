using System.Text;
using IncidentTrail.Events;
using IncidentTrail.Json;
using IncidentTrail.Records;

namespace IncidentTrail.Incidents.Calls;

/// <summary>What a client sends so that a repetition is known as one; a mask in its place is none.</summary>
internal static class ClientToken
{
    // Longer ones are rare, and parsed as whatever else is not plain.
    private const int LongestRead = 128;

    private static readonly byte[][] s_names = ["clientToken"u8.ToArray(), "idempotencyToken"u8.ToArray()];

    /// <summary>The token of a request; null where it is missing or masked.</summary>
    internal static string? Of(TrailObject? request)
    {
        var token = Field.Text(request?["clientToken"]) ?? Field.Text(request?["idempotencyToken"]);
        return RequestText.IsMasked(token) ? null : token;
    }

    /// <summary>A number that calls of one token have in common, 0 for a call without one, from a request that is written
    /// plainly; false for another, which must be parsed.</summary>
    internal static bool TryMarkOf(scoped in RecordView record, out ulong mark)
    {
        mark = 0;
        var request = record.Get(RecordField.RequestParameters);
        foreach (var name in s_names)
        {
            var answer = PlainMembers.Find(request, name, out var value);
            if (answer == PlainMembers.Answer.Absent)
                continue;
            var token = PlainMembers.Text(value);
            if (answer == PlainMembers.Answer.Unknown || token.Length is 0 or > LongestRead)
                return false;
            Span<char> text = stackalloc char[LongestRead];
            Encoding.ASCII.GetChars(token, text);
            mark = RequestText.IsMasked(text[..token.Length]) ? 0 : MarkOf(token);
            return true;
        }
        return true;
    }

    /// <summary>The same of a token.</summary>
    internal static ulong MarkOf(string? token) => token is null ? 0 : MarkOf(Encoding.UTF8.GetBytes(token));

    private static ulong MarkOf(ReadOnlySpan<byte> token) => SeededHasher.Of(token).High | 1;
}
