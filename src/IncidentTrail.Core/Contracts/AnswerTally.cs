namespace IncidentTrail.Contracts;

/// <summary>
/// The saved answers that were read, by whether they say that more follows. A last page of another log may be that of the same
/// answer, or of any other: nothing in a page says what was asked.
/// </summary>
internal sealed class AnswerTally
{
    private long _open;
    private bool _hasLast;
    private string? _first;

    internal void Add(string location, bool isOpen)
    {
        _hasLast |= !isOpen;
        _open += isOpen ? 1 : 0;
        if (isOpen)
            _first ??= location;
    }

    /// <summary>What is to be said of them; null where nothing is.</summary>
    internal TrailNotice? Rest()
    {
        var (open, first, hasLast) = (_open, _first, _hasLast);
        (_open, _first, _hasLast) = (0, null, false);
        if (open == 0)
            return null;
        var all = open == 1 ? "" : FormattableString.Invariant($"; {open:N0} such answers in all");
        var missing = hasLast ? "whether the last pages that other logs hold are of the same answer cannot be told from them" : "none that was read holds the last of them";
        return TrailNotice.Gap(
            $"{first} holds an answer that says that more events follow (NextToken{all}), and {missing}. "
            + "Ask the AWS CLI again without --max-items, or keep the pages of one answer in one file, in their order.");
    }
}
