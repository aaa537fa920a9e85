using System.IO.Compression;
using System.Text;
using IncidentTrail.Checkpoints;
using IncidentTrail.Sources;
using static IncidentTrail.Tests.Checkpoints.KeptFolder;

namespace IncidentTrail.Tests.Checkpoints;

/// <summary>
/// Files that are there when a watching begins: what is in them is not given, whatever becomes of their names, and what is written
/// to them is.
/// </summary>
public sealed class PassedOverFileTests : IDisposable
{
    private readonly KeptFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Lines_that_are_written_to_it_are_given()
    {
        await BeginAsync(Lines(0, 8));

        await _folder.WriteAsync(Lines(0, 10));

        Assert.Equal([Id(8), Id(9)], await _folder.ReadAsync());
        Assert.Empty(await _folder.ReadAsync());
    }

    [Theory]
    [InlineData("calls.json", false)]
    [InlineData("calls.json.gz", true)]
    public async Task Of_one_that_is_just_being_written_what_was_there_is_not_given(string name, bool isGzip)
    {
        var there = isGzip ? await GzipAsync(Lines(0, 8)) : Encoding.UTF8.GetBytes(Lines(0, 8));
        var more = isGzip ? await GzipAsync(Lines(8, 10)) : Encoding.UTF8.GetBytes(Lines(8, 10));
        await File.WriteAllBytesAsync(_folder.In(name), [.. there, .. more[..20]]);
        Assert.Empty(await _folder.ReadAsync(passesOver: true));
        if (!isGzip)
            _folder.State = _folder.State with { Events = [] };
        Assert.Empty(await _folder.ReadAsync());

        await File.WriteAllBytesAsync(_folder.In(name), [.. there, .. more]);

        Assert.Equal([Id(8), Id(9)], await _folder.ReadAsync());
        Assert.Empty(await _folder.ReadAsync());
    }

    [Fact]
    public async Task A_list_that_goes_on_gives_what_is_new_in_it()
    {
        await BeginAsync(List(0, 8));

        await _folder.WriteAsync(List(0, 9));

        Assert.Equal([Id(8)], await _folder.ReadAsync());
    }

    [Fact]
    public async Task After_a_rotation_the_new_file_is_given_and_of_the_renamed_one_what_came_last()
    {
        await BeginAsync(Lines(0, 8));

        File.Move(_folder.In("calls.json"), _folder.In("calls.json.1"));
        await _folder.WriteAsync(Lines(0, 9), "calls.json.1");
        await _folder.WriteAsync(Lines(20, 22));

        Assert.Equal([Id(20), Id(21), Id(8)], await _folder.ReadAsync());
        Assert.Empty(await _folder.ReadAsync());
    }

    [Fact]
    public async Task Each_of_a_row_of_rotated_files_is_known_by_its_content()
    {
        await _folder.WriteAsync(Lines(40, 48), "calls.json.1");
        await BeginAsync(Lines(0, 8));

        File.Move(_folder.In("calls.json.1"), _folder.In("calls.json.2"));
        File.Move(_folder.In("calls.json"), _folder.In("calls.json.1"));
        await _folder.WriteAsync(Lines(20, 28));

        Assert.Equal(Enumerable.Range(20, 8).Select(Id), await _folder.ReadAsync());
    }

    [Fact]
    public async Task A_file_that_is_copied_and_cut_to_nothing_gives_what_comes_into_it()
    {
        await BeginAsync(Lines(0, 8));

        File.Copy(_folder.In("calls.json"), _folder.In("calls.json.1"));
        await _folder.WriteAsync("");
        Assert.Empty(await _folder.ReadAsync());
        await _folder.WriteAsync(Lines(20, 28));

        Assert.Equal(Enumerable.Range(20, 8).Select(Id), await _folder.ReadAsync());
    }

    [Fact]
    public async Task Another_file_of_its_name_and_size_is_given()
    {
        await BeginAsync(Lines(0, 8));

        File.Delete(_folder.In("calls.json"));
        await _folder.WriteAsync(Lines(20, 28));

        Assert.Equal(Enumerable.Range(20, 8).Select(Id), await _folder.ReadAsync());
    }

    // Its bytes are others: the events tell that they are the same.
    [Fact]
    public async Task A_file_that_is_compressed_as_it_is_rotated_is_not_given()
    {
        await _folder.WriteAsync(Lines(0, 8));
        Assert.Empty(await _folder.ReadAsync(passesOver: true));

        await File.WriteAllBytesAsync(_folder.In("calls.json.1.gz"), await GzipAsync(Lines(0, 9)));
        await _folder.WriteAsync(Lines(20, 21));

        Assert.Equal([Id(20), Id(8)], await _folder.ReadAsync());
    }

    [Fact]
    public async Task A_compressed_file_is_known_by_its_content_too()
    {
        await File.WriteAllBytesAsync(_folder.In("calls.json.gz"), await GzipAsync(Lines(0, 2_000)));
        await BeginAsync(Lines(20_000, 20_001));

        File.Move(_folder.In("calls.json.gz"), _folder.In("calls.json.1.gz"));
        await File.WriteAllBytesAsync(_folder.In("calls.json.gz"), await GzipAsync(Lines(2_000, 2_001)));

        Assert.Equal([Id(2_000)], await _folder.ReadAsync());
    }

    [Fact]
    public async Task Of_what_was_broken_or_held_nothing_that_is_wanted_what_comes_later_is_given()
    {
        await _folder.WriteAsync(Lines(0, 1)[..40], "broken.json");
        await BeginAsync("nothing yet");

        await _folder.WriteAsync(Lines(0, 1), "broken.json");
        await _folder.WriteAsync(Lines(1, 2));

        Assert.Equal([Id(0), Id(1)], await _folder.ReadAsync());
    }

    [Fact]
    public async Task A_log_that_CloudTrail_named_is_believed_unread()
    {
        await _folder.WriteAsync(Lines(0, 8), "111122223333_CloudTrail_us-east-1_20260102T0300Z_AbCdEfGhIjKlMnOp.json");

        Assert.Empty(await _folder.ReadAsync(passesOver: true));

        Assert.Empty(_folder.State.Files);
        Assert.Empty(_folder.State.Events);
        Assert.Empty(await _folder.ReadAsync());
    }

    [Fact]
    public async Task A_checkpoint_that_knows_them_by_name_alone_gives_what_is_written_from_now_on()
    {
        await BeginAsync(Lines(0, 8));
        var byName = LogMark.OfPath(TrailLogLocation.FromPath(_folder.In("calls.json")));
        _folder.State = new CheckpointState(null, [new CheckpointFolder("", new() { [byName.Hash] = byName.Minute }, [], 0, 0)], [], []);

        Assert.Empty(await _folder.ReadAsync());
        await _folder.WriteAsync(Lines(0, 9));

        Assert.Equal([Id(8)], await _folder.ReadAsync());
    }

    // Else the next run would go on from there, and give the files that were not listed.
    [Fact]
    public async Task A_listing_that_does_not_come_to_its_end_is_nothing_to_store()
    {
        await _folder.WriteAsync(Lines(0, 8));
        var checkpoint = new Checkpoint(KeptTrail.Scope, TimeSpan.FromDays(1));
        var source = new CheckpointedSource(new FileSource([_folder.In("")]), checkpoint) { PassesOverWhatIsThere = true };
        await using var items = source.ListAsync(new TrailQuery(), new TrailCoverage().AccountOf(source).Entry, CancellationToken.None).GetAsyncEnumerator();

        Assert.True(await items.MoveNextAsync());

        Assert.IsType<SkippedLog>(items.Current);
        Assert.Equal(0, checkpoint.Changes);
    }

    private static async Task<byte[]> GzipAsync(string text)
    {
        using var bytes = new MemoryStream();
        await using (var gzip = new GZipStream(bytes, CompressionLevel.Fastest))
            await gzip.WriteAsync(Encoding.UTF8.GetBytes(text));
        return bytes.ToArray();
    }

    // What is known after more events than are remembered is what the files tell.
    private async Task BeginAsync(string text)
    {
        await _folder.WriteAsync(text);
        Assert.Empty(await _folder.ReadAsync(passesOver: true));
        _folder.State = _folder.State with { Events = [] };
    }
}
