namespace IncidentTrail.Contracts;

/// <summary>
/// The saved answers that were read, by whether they say that more follows. Where one is the last page the others may be the
/// pages before it; where none is, something is missing for certain.
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
        var (open, first) = (_hasLast ? 0 : _open, _first);
        (_open, _first, _hasLast) = (0, null, false);
        if (open == 0)
            return null;
        var all = open == 1 ? "" : FormattableString.Invariant($"; {open:N0} such answers in all");
        return TrailNotice.Gap(
            $"{first} holds an answer that says that more events follow (NextToken{all}), and none that was read holds the last of them. "
            + "Ask the AWS CLI again without --max-items, or keep every page.");
    }
}
