using System.Threading.Channels;
using IncidentTrail.Sources;

namespace IncidentTrail.Tests.Sources;

/// <summary>What a watching says while whoever reads it is behind.</summary>
public sealed class WatchedNoticesTests
{
    [Fact]
    public async Task A_warning_is_not_lost_where_there_is_no_room_for_it_yet()
    {
        var items = Channel.CreateBounded<TrailSourceItem>(1);
        Assert.True(items.Writer.TryWrite(SourcePulse.Instance));

        items.Writer.Say(TrailNotice.Verbose("It lives."));
        items.Writer.Say(TrailNotice.Warning("It does not answer."));

        Assert.Same(SourcePulse.Instance, await items.Reader.ReadAsync());
        Assert.Equal("It does not answer.", Assert.IsType<SourceNotice>(await items.Reader.ReadAsync()).Notice.Text);
        items.Writer.Complete();
        Assert.False(await items.Reader.WaitToReadAsync());
    }
}
