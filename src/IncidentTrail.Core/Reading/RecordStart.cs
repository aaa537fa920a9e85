namespace IncidentTrail.Reading;

/// <summary>Finds the next record after a broken one.</summary>
internal static class RecordStart
{
    // Each try reads one object; a hostile file of nothing but braces must not cost the square of its length.
    private const int MaxTries = 10_000;

    /// <summary>
    /// The first place at or after <paramref name="from"/> where a record begins, or -1: a brace that a comma, bracket,
    /// brace or line end stands before, and from which a whole object with CloudTrail's fields can be read. A brace
    /// after a colon is a record's own inner object.
    /// </summary>
    internal static int Find(ReadOnlySpan<byte> data, int from)
    {
        var fields = new RecordFields();
        for (var tries = 0; tries < MaxTries && from < data.Length; tries++)
        {
            var next = data[from..].IndexOf("{"u8);
            if (next < 0)
                return -1;
            from += next;
            if (FollowsSeparator(data, from) && IsRecord(data[from..], fields))
                return from;
            from++;
        }
        return -1;
    }

    private static bool FollowsSeparator(ReadOnlySpan<byte> data, int at)
    {
        while (--at >= 0)
        {
            if (data[at] == '\n')
                return true;
            if (data[at] is not ((byte)' ' or (byte)'\t' or (byte)'\r'))
                return data[at] is (byte)',' or (byte)'[' or (byte)'}';
        }
        return true;
    }

    private static bool IsRecord(ReadOnlySpan<byte> data, RecordFields fields)
    {
        var end = 0;
        return JsonWalker.TrySkipValue(data, ref end) && fields.TryRead(data[..end]) && fields.HasAny;
    }
}
