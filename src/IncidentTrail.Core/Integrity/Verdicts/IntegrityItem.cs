namespace IncidentTrail.Integrity.Verdicts;

/// <summary>What a test gives: a verdict, a gap, a notice, or nothing but that it goes on.</summary>
internal sealed class IntegrityItem
{
    private IntegrityItem(TrailIntegrityResult? result, TrailIntegrityGap? gap, TrailNotice? notice)
    {
        Result = result;
        Gap = gap;
        Notice = notice;
    }

    /// <summary>That the listing goes on, where there is nothing else to give for long.</summary>
    public static IntegrityItem Progress { get; } = new(null, null, null);

    public TrailIntegrityResult? Result { get; }

    public TrailIntegrityGap? Gap { get; }

    public TrailNotice? Notice { get; }

    public static IntegrityItem Of(TrailIntegrityResult result) => new(result, null, null);

    public static IntegrityItem Of(TrailNotice notice) => new(null, null, notice);

    /// <summary>A gap, with what is to be said of it.</summary>
    public static IntegrityItem Of(TrailIntegrityGap gap) => new(null, gap, TrailNotice.Warning(
        $"{gap} is covered by no digest: one chain of digests ended there and another began, as where validation or logging was turned off and on again. What was delivered meanwhile cannot be proven."));
}
