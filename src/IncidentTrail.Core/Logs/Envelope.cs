using IncidentTrail.Json;
using IncidentTrail.Records;

namespace IncidentTrail.Logs;

/// <summary>
/// Finds the list in an object that holds one (<c>Records</c>, <c>Events</c>, <c>logEvents</c>), by reading members until
/// it comes: so a large file is read in windows and never as one object.
/// </summary>
internal static class Envelope
{
    internal enum Result
    {
        /// <summary>The list's first byte is next.</summary>
        Found,

        /// <summary>The object holds no list, or something stands before it that is no plain value.</summary>
        None,

        /// <summary>The bytes end before that is known.</summary>
        NeedMore,

        /// <summary>The object ended.</summary>
        Ended,

        /// <summary>What follows is no member.</summary>
        Broken,
    }

    /// <summary>From an object's opening brace.</summary>
    internal static Result Find(ReadOnlySpan<byte> data, out int next)
    {
        next = 1;
        if (data.StartsWith(RecordForm.Ordinary))
            return Result.None;
        var result = Members(data, ref next, plainOnly: true);
        return result is Result.Ended or Result.Broken ? Result.None : result;
    }

    /// <summary>From behind a list in an object.</summary>
    internal static Result Continue(ReadOnlySpan<byte> data, out int next)
    {
        next = 0;
        JsonWalker.SkipSpace(data, ref next);
        if (next >= data.Length)
            return Result.NeedMore;
        if (data[next] == '}')
        {
            next++;
            return Result.Ended;
        }
        if (data[next] != ',')
            return Result.Broken;
        next++;
        return Members(data, ref next, plainOnly: false);
    }

    private static Result Members(ReadOnlySpan<byte> data, ref int at, bool plainOnly)
    {
        while (true)
        {
            JsonWalker.SkipSpace(data, ref at);
            if (at >= data.Length)
                return Result.NeedMore;
            if (data[at] == '}')
            {
                at++;
                return Result.Ended;
            }
            var key = at;
            if (data[at] != '"')
                return Result.Broken;
            if (!JsonWalker.TrySkipString(data, ref at))
                return Result.NeedMore;
            var name = data[(key + 1)..(at - 1)];
            JsonWalker.SkipSpace(data, ref at);
            if (at >= data.Length)
                return Result.NeedMore;
            if (!JsonWalker.TrySkipColon(data, ref at))
                return Result.Broken;
            if (at >= data.Length)
                return Result.NeedMore;
            // An object with a field of CloudTrail's is a record, whatever its other members are called; behind a list
            // such a field is the rest of a broken one.
            if (RecordFieldNames.TryFind(name, out _, out var exact) && exact)
            {
                at = key;
                return plainOnly ? Result.None : Result.Broken;
            }
            if (data[at] == '[' && RecordForm.IsListKey(name))
            {
                at++;
                if (!plainOnly)
                    return Result.Found;
                var first = at;
                JsonWalker.SkipSpace(data, ref first);
                if (first >= data.Length)
                    return Result.NeedMore;
                if (data[first] != ']')
                    return Result.Found;
                at--;
            }
            else if (plainOnly && data[at] is (byte)'{' or (byte)'[')
                return Result.None;
            if (!JsonWalker.TrySkipValue(data, ref at))
                return Result.NeedMore;
            JsonWalker.SkipSpace(data, ref at);
            if (at < data.Length && data[at] == ',')
                at++;
        }
    }
}
