namespace IncidentTrail.Sources;

/// <summary>The wait before something that failed is asked again: it doubles with each failure in a row, up to a bound.</summary>
/// <param name="First">The bound of the first wait.</param>
/// <param name="Longest">The bound that no wait exceeds.</param>
/// <param name="Sure">The part of a bound that is waited at least. The rest is drawn: who failed together does not come back together.</param>
internal readonly record struct GrowingWait(TimeSpan First, TimeSpan Longest, double Sure)
{
    // More would be beyond any bound, and in the end beyond a span.
    private const int MostDoublings = 16;

    /// <summary>The wait; not shorter than the service asks, within the bound.</summary>
    /// <param name="failures">How many failures in a row there were, from 1 on.</param>
    /// <param name="drawn">A number from 0 up to 1.</param>
    /// <param name="asked">How long the service asks to be left alone; null where it does not say.</param>
    internal TimeSpan After(int failures, double drawn, TimeSpan? asked = null)
    {
        var bound = Least(First * Math.Pow(2, Math.Min(failures - 1, MostDoublings)), Longest);
        var wait = bound * (Sure + ((1 - Sure) * drawn));
        return asked is { } least && least > wait ? Least(least, Longest) : wait;
    }

    private static TimeSpan Least(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
