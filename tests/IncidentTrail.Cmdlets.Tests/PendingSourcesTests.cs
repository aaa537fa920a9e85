using IncidentTrail.Contracts;
using IncidentTrail.PowerShell.Output;

namespace IncidentTrail.Cmdlets.Tests;

public sealed class PendingSourcesTests
{
    private readonly List<string> _read = [];

    [Fact]
    public void A_path_that_was_typed_is_read_at_once()
    {
        var pending = Pending(new RecordedCmdlet());

        pending.AddPath("*.json");
        pending.ReadEnough();
        pending.AddLiteralPath("[1].json");
        pending.ReadEnough();

        Assert.Equal(["pattern *.json", "literal [1].json"], _read);
    }

    [Fact]
    public void Paths_of_the_pipeline_are_read_thirty_two_at_a_time_and_the_rest_at_the_end()
    {
        var pending = Pending(new RecordedCmdlet { TakesInput = true });

        for (var i = 0; i < 40; i++)
        {
            pending.AddPath($"{i}.json");
            pending.ReadEnough();
        }

        Assert.Equal(["32 paths"], _read);
        pending.ReadRest();
        Assert.Equal(["32 paths", "8 paths"], _read);
    }

    [Fact]
    public void Files_come_before_text_and_text_before_keys_of_a_bucket()
    {
        var pending = Pending(new RecordedCmdlet { TakesInput = true });

        pending.AddKeys("trail", ["1.json.gz"]);
        pending.AddText("{}");
        pending.AddPath("1.json");
        pending.ReadRest();

        Assert.Equal(["pattern 1.json", "text", "trail: 1.json.gz"], _read);
    }

    [Fact]
    public void Keys_of_one_bucket_are_read_together_and_another_bucket_s_after_them()
    {
        var pending = Pending(new RecordedCmdlet { TakesInput = true });

        pending.Add(new TrailLog { Location = "a/1", BucketName = "a", Key = "1" });
        pending.Add(new TrailLog { Location = "a/2", BucketName = "a", Key = "2" });
        pending.Add(new TrailLog { Location = "b/1", BucketName = "b", Key = "1" });
        pending.ReadRest();

        Assert.Equal(["a: 1, 2", "b: 1"], _read);
    }

    [Fact]
    public void Lines_of_a_program_that_belong_together_are_one_text_even_where_the_last_is_missing()
    {
        var pending = Pending(new RecordedCmdlet { TakesInput = true });

        foreach (var line in (string[])["[", "  {}", "]", "{"])
            pending.AddPath(line);
        pending.ReadRest();

        Assert.Equal(["text"], _read);
    }

    [Fact]
    public void An_empty_argument_is_an_error_and_a_blank_line_of_a_program_nothing()
    {
        var typed = new RecordedCmdlet();
        var piped = new RecordedCmdlet { TakesInput = true };

        Pending(typed).AddPath("");
        Pending(piped).AddPath(" ");

        Assert.Equal(["error TrailArgument"], typed.Said);
        Assert.Empty(piped.Said);
    }

    [Fact]
    public void A_log_that_is_neither_a_file_nor_an_object_is_an_error()
    {
        var cmdlet = new RecordedCmdlet { TakesInput = true };
        var pending = Pending(cmdlet);

        pending.Add(new TrailLog { Location = "text 1" });
        pending.ReadRest();

        Assert.Equal(["error TrailSourceNotFound"], cmdlet.Said);
        Assert.Empty(_read);
    }

    [Fact]
    public void Lines_of_a_binary_file_are_one_error_and_none_of_them_is_a_path()
    {
        var cmdlet = new RecordedCmdlet { TakesInput = true };
        var pending = Pending(cmdlet);

        foreach (var line in (string[])["1.json", "\u001f\ufffd\b\0", "ab", "{\ufffd"])
            pending.AddPath(line);
        pending.ReadRest();

        Assert.Equal(["error TrailArgument"], cmdlet.Said);
        Assert.Equal(["pattern 1.json"], _read);
    }

    [Fact]
    public void A_file_of_an_odd_name_that_is_there_is_a_path()
    {
        var cmdlet = new RecordedCmdlet { TakesInput = true };
        var pending = Pending(cmdlet);

        pending.AddPath("there\u001f.json");
        pending.ReadRest();

        Assert.Empty(cmdlet.Said);
        Assert.Single(_read);
    }

    [Fact]
    public void A_copy_of_an_event_is_read_as_its_record_and_other_objects_are_refused_once_of_each_kind()
    {
        var cmdlet = new RecordedCmdlet { TakesInput = true };
        var pending = Pending(cmdlet);

        pending.Add(new OtherInput("TrailEvent", isCopy: true, "{}"));
        pending.Add(new OtherInput("TrailIncident", isCopy: true));
        pending.Add(new OtherInput("TrailIncident", isCopy: true));
        pending.Add(new OtherInput("TrailAction", isCopy: false));
        pending.ReadRest();

        Assert.Equal(["error TrailArgument", "error TrailArgument"], cmdlet.Said);
        Assert.Equal(["text"], _read);
    }

    private PendingSources Pending(RecordedCmdlet cmdlet) => new(
        cmdlet, new GivenPaths(), fault => cmdlet.WriteError(TrailErrors.Record(fault)), source => _read.Add(source.Name),
        (bucket, keys) => _read.Add($"{bucket}: {string.Join(", ", keys)}"));
}
