using System.IO.Compression;
using System.Text;
using IncidentTrail.Forms;
using IncidentTrail.Gzip;
using IncidentTrail.Tests.Forms;
using IncidentTrail.Tests.Gzip;

namespace IncidentTrail.Tests.Logs;

/// <summary>No log ends the process, keeps it for ever or takes memory without bound, however it was made.</summary>
public sealed class HostileLogTests
{
    // What is found in it takes no time; what is not bounded takes hours.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Theory]
    [InlineData(100)]
    [InlineData(100_000)]
    public void A_caller_of_Athena_deeper_than_any_is_lost_and_its_log_is_not(int depth)
    {
        var text = string.Concat(Enumerable.Repeat("{type=", depth)) + new string('}', depth);
        var answer = LogReading.Read($"{{\"Records\":[{TwelveRecords.All[1]},{FormCorpus.WithCaller(TwelveRecords.All[0], text)}]}}");

        Assert.Single(answer.Events);
        Assert.Equal(1, answer.Coverage.RecordsInvalid);
    }

    [Theory]
    [InlineData(100)]
    [InlineData(100_000)]
    public void A_column_named_by_a_path_deeper_than_any_is_a_column(int depth)
    {
        var column = "requestParameters" + string.Concat(Enumerable.Repeat(".a", depth));
        var answer = LogReading.Read(Row($"\"{column}\":1"));

        Assert.True(Assert.Single(answer.Events).Caller.IsRoot);
    }

    [Fact]
    public async Task A_long_name_in_a_caller_is_not_written_out_for_each_of_its_members()
    {
        var members = string.Join(",", Enumerable.Range(0, 100_000).Select(i => $"\"b{i}\":1"));
        var row = Row("\"a\":1").Replace("\"type\":\"Root\"", $"\"type\":\"Root\",\"{new string('k', 1_000_000)}\":{{{members}}}", StringComparison.Ordinal);

        var answer = await Task.Run(() => LogReading.Read(row)).WaitAsync(Patience);

        Assert.True(Assert.Single(answer.Events).Caller.IsRoot);
    }

    [Fact]
    public async Task Messages_packed_in_messages_end()
    {
        var inside = "{\"ventName\":1}";
        for (var level = 0; level < 4; level++)
        {
            var packed = $"{{\"Records\":\"{Convert.ToBase64String(GzipBytes.Of(inside))}\"}}";
            inside = $"[{string.Join(",", Enumerable.Repeat(packed, 300))}]";
        }
        var answer = await Task.Run(() => LogReading.Read($"{{\"Records\":[{TwelveRecords.All[1]},{{\"data\":{inside}}}]}}")).WaitAsync(Patience);

        Assert.Single(answer.Events);
        var packedTooMuch = answer.Coverage.Faults.Where(f => f.Message.Contains("is packed, as was more before it", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(packedTooMuch);
        Assert.All(packedTooMuch, fault => Assert.Contains("gunzip", fault.Remedy));
    }

    [Fact]
    public void As_many_packed_messages_as_a_log_holds_are_read()
    {
        var packed = $"\"{Convert.ToBase64String(GzipBytes.Of(TwelveRecords.All[1]))}\",";
        var count = (int)(HostileLimits.PackedBudget / HostileLimits.LeastPacked) + 1000;

        var answer = LogReading.Read($"[{string.Concat(Enumerable.Repeat(packed, count))}{TwelveRecords.All[2]}]");

        Assert.Equal((count + 1, 0), (answer.Coverage.RecordsRead, answer.Coverage.RecordsInvalid));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{\"a\":1}\n")]
    public async Task A_line_of_dots_before_an_object_is_read_once(string before)
    {
        var answer = await Task.Run(() => LogReading.Read($"{before}{new string('.', 2_000_000)}{TwelveRecords.All[1]}")).WaitAsync(Patience);

        Assert.Single(answer.Events);
    }

    [Theory]
    [InlineData("\"{", "\"")]
    [InlineData("{\"Records\":[],\"x\":\"", "\"}")]
    [InlineData("{\"Records\":[],\"x\":[\"", "\"]}")]
    public void A_text_without_end_is_not_held_in_memory(string before, string after)
    {
        var answer = LogReading.Read($"{before}{new string('a', HostileLimits.LargestRecord * 2)}{after}");

        // Whoever waits for its end has it whole, and no fault.
        Assert.Empty(answer.Events);
        Assert.NotEqual(0, answer.Coverage.RecordsInvalid);
    }

    [Fact]
    public void What_follows_a_record_of_any_length_is_read_and_the_log_is_not_said_to_be_cut()
    {
        using var stored = new MemoryStream();
        using (var gzip = new GZipStream(stored, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(Encoding.UTF8.GetBytes($"{{\"Records\":[{TwelveRecords.All[0]},{{\"eventID\":\"long\",\"x\":\""));
            var part = Encoding.UTF8.GetBytes(new string('a', 1 << 20));
            for (var i = 0; i < 24 * (HostileLimits.LargestRecord >> 20); i++)
                gzip.Write(part);
            gzip.Write(Encoding.UTF8.GetBytes($"\"}},{TwelveRecords.All[1]}]}}"));
        }

        var answer = LogReading.Read(stored.ToArray());

        Assert.Equal(2, answer.Events.Count);
        Assert.NotEqual(0, answer.Coverage.RecordsInvalid);
        Assert.False(answer.Coverage.IsComplete);
        Assert.DoesNotContain(answer.Coverage.Faults, fault => fault.Message.Contains("ends in the middle", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Records_behind_one_another_without_end_are_searched_for_a_while(bool isText)
    {
        var pieces = string.Concat(Enumerable.Repeat("{{\"eventName\":\"x\",\"eventSource\":\"y\"}", 500_000));
        var text = isText ? $"{{\"message\":{TwelveRecords.Quoted(pieces[..(pieces.Length / 2)])},\"timestamp\":1}}" : pieces;

        var answer = await Task.Run(() => LogReading.Read(text)).WaitAsync(Patience);

        Assert.InRange(answer.Coverage.RecordsKept, 1, 1000);
        Assert.False(answer.Coverage.IsComplete);
    }

    [Fact]
    public async Task Members_in_gzip_with_padding_between_them_are_not_inflated_again_for_ever()
    {
        byte[] part = [.. GzipBytes.Of(" "), (byte)' '];
        var stored = GzipBytes.Of([.. Enumerable.Repeat(part, 300_000).SelectMany(bytes => bytes)]);

        var answer = await Task.Run(() => LogReading.Read(stored)).WaitAsync(Patience);

        Assert.Contains(answer.Notices, n => n.ToString().Contains("inflated again and again", StringComparison.Ordinal));
    }

    [Fact]
    public void A_member_of_false_beginnings_is_begun_again_a_few_times()
    {
        using var file = new CountingFile(FalseBeginnings(1000));
        using var reader = new GzipReader(file, long.MaxValue);
        var buffer = new byte[64 * 1024];
        long read = 0;
        for (int some; (some = reader.Read(buffer)) > 0; read += some)
        {
        }

        Assert.Null(reader.Fault);
        Assert.Equal(8 * 1000, read);
        Assert.InRange(file.Begun, 1, 2 * HostileLimits.FalseMembers);
    }

    private static string Row(string more) =>
        $$"""{"Event_Name":"StartIncident","Event_Time":"2026-03-10T14:00:00Z","event_source":"ssm-incidents.amazonaws.com","aws_region":"us-east-1","user_identity":{"type":"Root","principalId":"1","arn":"a","accountId":"1"},{{more}}}""";

    // Stored blocks that each hold what comes out so far, as at a member's end, and how a member begins.
    private static byte[] FalseBeginnings(int count)
    {
        var (made, content) = (new List<byte>([0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3]), new List<byte>());
        for (var i = 0; i < count; i++)
        {
            byte[] block = [.. BitConverter.GetBytes(content.Count + 4), 0x1F, 0x8B, 8, 0];
            made.AddRange([0, 8, 0, 0xF7, 0xFF, .. block]);
            content.AddRange(block);
        }
        var sum = new Crc32();
        sum.Append([.. content]);
        return [.. made, 1, 0, 0, 0xFF, 0xFF, .. BitConverter.GetBytes(sum.Value), .. BitConverter.GetBytes(content.Count)];
    }

    private sealed class CountingFile(byte[] stored) : MemoryStream(stored)
    {
        internal int Begun { get; private set; }

        public override long Position
        {
            get => base.Position;
            set
            {
                Begun += value == 0 ? 1 : 0;
                base.Position = value;
            }
        }
    }
}
