using System.Threading.Channels;

namespace IncidentTrail.Sources;

/// <summary>What a watching says beside what it finds, on the same way to who reads it.</summary>
internal static class WatchedNotices
{
    /// <summary>Says a notice. Where whoever reads is behind, a warning comes as soon as there is room, and others are left out.</summary>
    internal static void Say(this ChannelWriter<TrailSourceItem> items, TrailNotice notice)
    {
        var said = new SourceNotice(notice);
        if (!items.TryWrite(said) && notice.Kind != TrailNoticeKind.Verbose)
            _ = items.WriteAsync(said).AsTask();
    }
}
