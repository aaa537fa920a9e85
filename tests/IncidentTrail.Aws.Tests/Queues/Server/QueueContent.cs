using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace IncidentTrail.Aws.Tests.Queues.Server;

/// <summary>The messages and objects of a server, and what SQS does with messages.</summary>
internal sealed class QueueContent
{
    private static readonly JsonSerializerOptions s_absentIfNull = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    private readonly object _lock = new();
    private readonly LinkedList<HeldMessage> _messages = new();
    private readonly Dictionary<string, HeldMessage> _byReceipt = [];
    private readonly Dictionary<string, byte[]> _objects = [];
    private TaskCompletionSource _news = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _count;

    public TimeSpan Visibility { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Asked for each entry that is to be deleted; true where that fails.</summary>
    public Func<HeldMessage, bool> FailsToDelete { get; set; } = _ => false;

    public IReadOnlyList<HeldMessage> Messages
    {
        get
        {
            lock (_lock)
                return [.. _messages];
        }
    }

    public HeldMessage Send(string body, string? id = null)
    {
        lock (_lock)
        {
            var message = new HeldMessage(id ?? $"message-{++_count}", body);
            _messages.AddLast(message);
            Wake();
            return message;
        }
    }

    public void Put(string bucket, string key, byte[] bytes)
    {
        lock (_lock)
            _objects[$"{bucket}/{key}"] = bytes;
    }

    public byte[]? Find(string place)
    {
        lock (_lock)
            return _objects.GetValueOrDefault(place);
    }

    /// <summary>Receives, and waits for a message where that is asked; null where who asked is gone meanwhile.</summary>
    public async Task<QueueAnswer?> ReceiveAsync(JsonElement asked, Func<bool> isGone, CancellationToken token)
    {
        var wait = TimeSpan.FromSeconds(Number(asked, "WaitTimeSeconds", 0));
        var end = DateTime.UtcNow + wait;
        while (true)
        {
            Task news;
            DateTime? next;
            if (isGone())
                return null;
            lock (_lock)
            {
                var taken = Take(Number(asked, "MaxNumberOfMessages", 1), TimeSpan.FromSeconds(Number(asked, "VisibilityTimeout", (int)Visibility.TotalSeconds)));
                if (taken.Count > 0 || DateTime.UtcNow >= end)
                    return QueueAnswer.Ok(taken.Count == 0 ? "{}" : JsonSerializer.Serialize(new { Messages = taken }, s_absentIfNull));
                news = _news.Task;
                next = _messages.Count == 0 ? null : _messages.Min(message => message.VisibleUtc);
            }
            var until = next < end ? next.Value : end;
            var span = until - DateTime.UtcNow;
            using var over = CancellationTokenSource.CreateLinkedTokenSource(token);
            await Task.WhenAny(news, Task.Delay(span > TimeSpan.Zero ? span : TimeSpan.Zero, over.Token));
            await over.CancelAsync();
            token.ThrowIfCancellationRequested();
        }
    }

    public QueueAnswer Delete(JsonElement asked) => Batch(asked, (_, message) =>
    {
        if (FailsToDelete(message))
            return false;
        _messages.Remove(message);
        return true;
    });

    public QueueAnswer Hide(JsonElement asked) => Batch(asked, (entry, message) =>
    {
        message.VisibleUtc = DateTime.UtcNow.AddSeconds(Number(entry, "VisibilityTimeout", 0));
        Wake();
        return true;
    });

    public QueueAnswer Attributes()
    {
        lock (_lock)
        {
            var visible = _messages.Count(message => message.VisibleUtc <= DateTime.UtcNow);
            return QueueAnswer.Ok(
                $$$"""{"Attributes":{"ApproximateNumberOfMessages":"{{{visible}}}","ApproximateNumberOfMessagesNotVisible":"{{{_messages.Count - visible}}}","ApproximateNumberOfMessagesDelayed":"0","VisibilityTimeout":"{{{(int)Visibility.TotalSeconds}}}"}}""");
        }
    }

    private static int Number(JsonElement element, string name, int otherwise) => element.TryGetProperty(name, out var value) ? value.GetInt32() : otherwise;

    private static string Md5(string text) => Convert.ToHexString(MD5.HashData(Encoding.UTF8.GetBytes(text))).ToLowerInvariant();

    private List<object> Take(int most, TimeSpan hidden)
    {
        var taken = new List<object>();
        for (var node = _messages.First; node is not null && taken.Count < most; node = node.Next)
        {
            var message = node.Value;
            if (message.VisibleUtc > DateTime.UtcNow)
                continue;
            message.VisibleUtc = DateTime.UtcNow + hidden;
            message.Receives++;
            var receipt = $"{message.Id}#{message.Receives}";
            message.Receipts.Add(receipt);
            _byReceipt[receipt] = message;
            taken.Add(new
            {
                MessageId = message.Id, ReceiptHandle = receipt, message.Body, MD5OfBody = message.IsWithoutMd5 ? null : Md5(message.IsDamaged ? "another text" : message.Body),
            });
        }
        return taken;
    }

    private QueueAnswer Batch(JsonElement asked, Func<JsonElement, HeldMessage, bool> work)
    {
        lock (_lock)
        {
            var good = new List<object>();
            var bad = new List<object>();
            foreach (var entry in asked.GetProperty("Entries").EnumerateArray())
            {
                var id = entry.GetProperty("Id").GetString();
                if (_byReceipt.TryGetValue(entry.GetProperty("ReceiptHandle").GetString()!, out var message) && work(entry, message))
                    good.Add(new { Id = id });
                else
                    bad.Add(new { Id = id, Code = "InternalError", SenderFault = false });
            }
            // Where none failed, SQS's answer has no list of them.
            return QueueAnswer.Ok(bad.Count == 0 ? JsonSerializer.Serialize(new { Successful = good }) : JsonSerializer.Serialize(new { Successful = good, Failed = bad }));
        }
    }

    private void Wake()
    {
        var before = _news;
        _news = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        before.TrySetResult();
    }
}
