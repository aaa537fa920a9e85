using static IncidentTrail.Tests.Checkpoints.KeptFolder;

namespace IncidentTrail.Tests.Checkpoints;

/// <summary>Files that are written on between two readings: what was given is not given again, however much it was.</summary>
public sealed class GrowingFileTests : IDisposable
{
    private const int Many = WatchLimits.EventsInCheckpoint + 4_464;

    private static readonly TrailQuery s_window = new() { AllServices = true, StartTimeUtc = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc) };

    private readonly KeptFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Lines_behind_more_events_than_are_remembered_are_all_that_is_new()
    {
        await _folder.WriteAsync(Lines(0, Many));
        Assert.Equal(Many, (await _folder.ReadAsync()).Count);

        await _folder.WriteAsync(Lines(0, Many + 1));

        Assert.Equal([Id(Many)], await _folder.ReadAsync());
        Assert.Empty(await _folder.ReadAsync());
    }

    [Fact]
    public async Task A_list_that_goes_on_gives_what_is_new_in_it()
    {
        await _folder.WriteAsync(List(0, Many));
        Assert.Equal(Many, (await _folder.ReadAsync()).Count);

        await _folder.WriteAsync(List(0, Many + 2));

        Assert.Equal([Id(Many), Id(Many + 1)], await _folder.ReadAsync());
    }

    [Fact]
    public async Task A_file_that_begins_otherwise_is_read_as_a_new_one()
    {
        await _folder.WriteAsync(Lines(0, 3));
        await _folder.ReadAsync();

        await _folder.WriteAsync(Lines(10, 14));

        Assert.Equal([Id(10), Id(11), Id(12), Id(13)], await _folder.ReadAsync());
    }

    [Fact]
    public async Task A_file_of_the_same_size_that_was_written_anew_is_read()
    {
        await _folder.WriteAsync(Lines(0, 3));
        await _folder.ReadAsync();

        await _folder.WriteAsync(Lines(10, 13));

        Assert.Equal([Id(10), Id(11), Id(12)], await _folder.ReadAsync());
        Assert.Empty(await _folder.ReadAsync());
    }

    [Fact]
    public async Task A_file_of_the_same_size_that_was_written_anew_is_read_within_a_window_too()
    {
        await _folder.WriteAsync(Lines(0, 3));
        Assert.Equal(3, (await _folder.ReadAsync(s_window)).Count);
        Assert.Empty(await _folder.ReadAsync(s_window));

        await _folder.WriteAsync(Lines(10, 13));

        Assert.Equal([Id(10), Id(11), Id(12)], await _folder.ReadAsync(s_window));
        Assert.Empty(await _folder.ReadAsync(s_window));
        await _folder.WriteAsync(Lines(10, 14));
        Assert.Equal([Id(13)], await _folder.ReadAsync());
    }

    [Fact]
    public async Task A_file_that_was_touched_gives_nothing_however_much_it_holds()
    {
        await _folder.WriteAsync(Lines(0, Many));
        await _folder.ReadAsync();

        await _folder.WriteAsync(Lines(0, Many));

        Assert.Empty(await _folder.ReadAsync());
    }

    [Fact]
    public async Task A_checkpoint_from_before_files_were_followed_is_read()
    {
        await _folder.WriteAsync(Lines(0, 3));
        await _folder.ReadAsync();
        _folder.State = _folder.State with { Files = [] };

        await _folder.WriteAsync(Lines(0, 4));

        Assert.Equal([Id(3)], await _folder.ReadAsync());
    }
}
